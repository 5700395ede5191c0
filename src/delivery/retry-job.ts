import { ok, refused, type Result } from '../kernel/result';
import type { Actor, UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { mayRetry } from '../domain/job-rules';

/** Starts given-up work again with five new tries. */
export async function retryJob(
  ports: Ports<Saving>,
  programmeId: string,
  jobId: string,
  actor: Actor,
  context: UseCaseContext,
): Promise<Result<undefined, 'not-found' | 'not-retryable'>> {
  return retryOnConflict(async () => {
    const job = await ports.programmes.get(programmeId, 'job', jobId);
    if (job === undefined) return refused('not-found');
    if (!mayRetry(job.value)) return refused('not-retryable');
    const { reason: _reason, finishedAt: _finishedAt, heldUntil: _heldUntil, deadAt: _deadAt, ...rest } = job.value;
    const unit = new UnitOfWork(ports, programmeId, context, actor.directoryId)
      .replace('job', job, { ...rest, state: 'queued', progress: 0, tries: 0 })
      .recordChange('job-retried');
    if (!(await unit.commit())) return conflict;
    await ports.work.send({ programmeId, jobId });
    return ok(undefined);
  });
}
