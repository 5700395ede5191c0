import { nextNight } from '../calendar/next-night';
import { dueKey, type WorkToSchedule } from '../domain/due-work';
import type { Ports, Saving } from '../domain/ports';
import type { Programme } from '../domain/programme';
import { UnitOfWork } from '../domain/unit-of-work';
import { plusMilliseconds, type Instant } from '../kernel/clock';

/** In milliseconds, with every try of the store. */
export const longestPress = 5 * 60_000;

/**
 * Lets the next night of the programme's zone have its work, where nothing has asked for it yet; two at the same instant ask once.
 * Before the first change is written: one that failed then costs a night in which there is nothing to do. A press that may be written only
 * after the night lets the one after it have its work, too. Neither the row nor its log tells whose press it was.
 */
export async function planNight(ports: Ports<Saving>, { id, plan }: Programme, now: Instant): Promise<void> {
  const night = nextNight(now, plan.timeZone);
  await askFor(ports, id, night, now);
  if (night <= plusMilliseconds(now, longestPress)) await askFor(ports, id, nextNight(night, plan.timeZone), now);
}

async function askFor(ports: Ports<Saving>, id: string, at: Instant, now: Instant): Promise<void> {
  const night: WorkToSchedule = { kind: 'nightly', at, ref: id, occurrence: '' };
  if ((await ports.programmes.get(id, 'due', dueKey(night))) !== undefined) return;
  // Whoever comes second is refused, and the row is there.
  await new UnitOfWork(ports, id, { now, correlationId: `nightly-${night.at}` }, 'system').schedule(night).commit();
}
