import { plusDays } from '../kernel/clock';
import { readAll } from '../kernel/read-all';
import type { Occasion, Ports } from './ports';
import { UnitOfWork } from './unit-of-work';

/**
 * Looks everybody up again where nobody has for a day while people are awaited: who got the app, or came into a team, without the server
 * hearing of it. Returns whether a look-up was started; two servers at once start one too many at worst.
 */
export async function checkReach(ports: Ports, programmeId: string, occasion: Occasion): Promise<boolean> {
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (programme?.value.state !== 'enrolling' && programme?.value.state !== 'running') return false;
  const dayAgo = plusDays(occasion.now, -1);
  for await (const { value: job } of readAll(ports.programmes, programmeId, 'job'))
    if (job.kind === 'reach' && job.createdAt > dayAgo) return false;
  const unit = new UnitOfWork(ports, programmeId, occasion, 'system');
  unit.start('reach', occasion.now);
  return unit.commit();
}
