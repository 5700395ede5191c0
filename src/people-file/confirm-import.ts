import { ok, refused, type Result } from '../kernel/result';
import type { Actor, Occasion, Ports } from '../domain/ports';
import { decide, lostRace, UnitOfWork } from '../domain/unit-of-work';

/**
 * HR's yes to a previewed file; the people are written as long work. Where more than a fifth of the programme would leave by it, HR says
 * how many once more; that a complete file was confirmed is kept.
 */
export async function confirmImport(
  ports: Ports,
  programmeId: string,
  importId: string,
  actor: Actor,
  occasion: Occasion,
  leaving?: number,
): Promise<Result<{ readonly jobId: string }, 'not-found' | 'already-applied' | 'leaving-unconfirmed'>> {
  return decide(async () => {
    const head = await ports.programmes.get(programmeId, 'import', importId);
    if (head === undefined) return refused('not-found');
    if (head.value.state !== 'previewed') return refused('already-applied');
    if (head.value.asksAgain === true && leaving !== head.value.leaving) return refused('leaving-unconfirmed');
    const unit = new UnitOfWork(ports, programmeId, occasion, actor.directoryId)
      .replace('import', head, { ...head.value, state: 'confirmed' })
      .changed('import-confirmed');
    if ((head.value.leaving ?? 0) > 0) unit.record('absent-withdrawn', importId);
    const job = unit.start('import', importId);
    return (await unit.commit()) ? ok({ jobId: job.id }) : lostRace;
  });
}
