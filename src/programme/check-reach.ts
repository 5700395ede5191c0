import { plusDays } from '../kernel/clock';
import { readNewest } from '../kernel/read-newest';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';

/** A look-up that so much other work of one day hides is made once more, which does no harm. */
const looked = 200;

/**
 * Looks everybody up again where nobody has for a day while people are awaited: who got the app, or came into a team, without the server
 * hearing of it. Returns whether a look-up was started; two servers at once start one too many at worst.
 */
export async function checkReach(ports: Ports<Saving>, programmeId: string, context: UseCaseContext): Promise<boolean> {
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (programme?.value.state !== 'enrolling' && programme?.value.state !== 'running') return false;
  const dayAgo = plusDays(context.now, -1);
  const newest = await readNewest(ports.programmes, programmeId, 'job', looked);
  if (newest.some(({ value: job }) => job.kind === 'reach' && job.createdAt > dayAgo)) return false;
  const unit = new UnitOfWork(ports, programmeId, context, 'system');
  unit.startJob('reach', context.now);
  return unit.commit();
}
