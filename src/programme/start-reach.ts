import { CodedError } from '../kernel/coded-error';
import type { Actor, Occasion, Ports } from './ports';
import { UnitOfWork } from './unit-of-work';

/** Starts looking up everybody in the rosters of the teams the bot is in. */
export async function startReach(
  ports: Ports,
  programmeId: string,
  actor: Actor,
  occasion: Occasion,
): Promise<{ readonly jobId: string }> {
  const unit = new UnitOfWork(ports, programmeId, occasion, actor.directoryId);
  const job = unit.start('reach', occasion.now);
  if (!(await unit.commit())) throw new CodedError('duplicate-job', 'A new identifier was not new');
  return { jobId: job.id };
}
