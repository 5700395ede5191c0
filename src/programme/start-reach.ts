import { CodedError } from '../kernel/coded-error';
import { ok, refused, type Result } from '../kernel/result';
import type { Actor, UseCaseContext, Ports, Saving } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import { findWaitingReach } from './find-waiting-reach';

/** Starts looking up everybody in the rosters of the teams the bot is in; where that is about to be done anyway, it is that one. */
export async function startReach(
  ports: Ports<Saving>,
  programmeId: string,
  actor: Actor,
  context: UseCaseContext,
): Promise<Result<{ readonly jobId: string }, 'not-found'>> {
  if ((await ports.programmes.get(programmeId, 'programme', 'programme')) === undefined) return refused('not-found');
  const waiting = await findWaitingReach(ports, programmeId);
  if (waiting?.state === 'queued') return ok({ jobId: waiting.id });
  const unit = new UnitOfWork(ports, programmeId, context, actor.directoryId);
  const job = unit.startJob('reach', context.now);
  if (!(await unit.commit())) throw new CodedError('duplicate-job', 'A new identifier was not new');
  return ok({ jobId: job.id });
}
