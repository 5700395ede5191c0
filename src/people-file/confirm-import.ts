import { ok, refused, type Result } from '../kernel/result';
import type { Actor, UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';

/**
 * HR's yes to a previewed file; the people are written as long work. Where more than a fifth of the programme would leave by it, HR says
 * how many once more; that a complete file was confirmed is kept.
 */
export async function confirmImport(
  ports: Ports<Saving>,
  programmeId: string,
  importId: string,
  actor: Actor,
  context: UseCaseContext,
  leaving?: number,
): Promise<Result<{ readonly jobId: string }, 'not-found' | 'already-applied' | 'leaving-unconfirmed'>> {
  return retryOnConflict(async () => {
    const head = await ports.programmes.get(programmeId, 'import', importId);
    if (head === undefined) return refused('not-found');
    if (head.value.state !== 'previewed') return refused('already-applied');
    if (head.value.asksAgain === true && leaving !== head.value.leaving) return refused('leaving-unconfirmed');
    const unit = new UnitOfWork(ports, programmeId, context, actor.directoryId)
      .replace('import', head, { ...head.value, state: 'confirmed' })
      .recordChange('import-confirmed');
    if ((head.value.leaving ?? 0) > 0) unit.recordAudit('absent-withdrawn', importId);
    const job = unit.startJob('import', importId);
    return (await unit.commit()) ? ok({ jobId: job.id }) : conflict;
  });
}
