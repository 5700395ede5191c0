import { ok, refused, type Result } from '../kernel/result';
import type { Actor, Occasion, Ports } from '../domain/ports';
import { readiness } from './readiness';
import { decide, lostRace, UnitOfWork } from '../domain/unit-of-work';

/** Opens enrolment when nothing is missing any more; the invitations are long work. */
export async function openEnrolment(
  ports: Ports,
  programmeId: string,
  actor: Actor,
  occasion: Occasion,
): Promise<Result<{ readonly jobId: string }, 'not-found' | 'not-ready' | 'already-open'>> {
  return decide(async () => {
    const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
    if (programme === undefined) return refused('not-found');
    if (programme.value.state !== 'setup') return refused('already-open');
    if (readiness(programme.value).length > 0) return refused('not-ready');
    const unit = new UnitOfWork(ports, programmeId, occasion, actor.directoryId)
      .replace('programme', programme, {
        ...programme.value,
        state: 'enrolling',
        openedAt: occasion.now,
        revision: programme.value.revision + 1,
      })
      .follow({ type: 'programme-entry' })
      .changed('enrolment-opened');
    const job = unit.start('invite', occasion.now);
    return (await unit.commit()) ? ok({ jobId: job.id }) : lostRace;
  });
}
