import { ok, refused, type Result } from '../kernel/result';
import type { Actor, UseCaseContext, Ports, Saving } from '../domain/ports';
import { readiness } from './readiness';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';

/** Opens enrolment when nothing is missing any more; the invitations are long work. */
export async function openEnrolment(
  ports: Ports<Saving>,
  programmeId: string,
  actor: Actor,
  context: UseCaseContext,
): Promise<Result<{ readonly jobId: string }, 'not-found' | 'not-ready' | 'already-open'>> {
  return retryOnConflict(async () => {
    const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
    if (programme === undefined) return refused('not-found');
    if (programme.value.state !== 'setup') return refused('already-open');
    if (readiness(programme.value).length > 0) return refused('not-ready');
    const unit = new UnitOfWork(ports, programmeId, context, actor.directoryId)
      .replace('programme', programme, {
        ...programme.value,
        state: 'enrolling',
        openedAt: context.now,
        revision: programme.value.revision + 1,
      })
      .project({ type: 'programme-entry' })
      .recordChange('enrolment-opened');
    const job = unit.startJob('invite', context.now);
    return (await unit.commit()) ? ok({ jobId: job.id }) : conflict;
  });
}
