import { plusDays, type Instant } from '../kernel/clock';
import type { BoardRow, MonthStep, PairHealth } from '../domain/board';

/** Days before a month ends from which a month without a booked session makes a pair quiet. */
export const quietDays = 10;

/** Months in a row without a session, after which a pair needs a time. */
const monthsWithout = 2;

/**
 * How a pair is doing at `now`. A pair that is over says so, one whose month is on hold too. With a session booked, held or awaiting its
 * word this month it is on-track. Without one it `needs-a-time` where the last two months that are over went by without a session, and is
 * `quiet` where the last one did, or where this month ends within ten days. Else on-track.
 */
export function pairHealth(row: Pick<BoardRow, 'state' | 'months' | 'windowEnds'>, now: Instant): PairHealth {
  if (row.state !== 'active') return row.state;
  const current = row.windowEnds.findIndex((end) => now < end);
  const over = current === -1 ? row.windowEnds.length : current;
  const step = current === -1 ? 'none' : (row.months[current] ?? 'none');
  if (step === 'paused') return 'on-hold';
  if (hasTime(step)) return 'on-track';
  const lastMonths = Array.from(
    { length: Math.min(monthsWithout, over) },
    (_, back) => row.months[over - 1 - back] ?? 'none',
  );
  const without = lastMonths.findIndex(hasTime);
  if (lastMonths.length === monthsWithout && without === -1) return 'needs-a-time';
  if (lastMonths.length > 0 && without !== 0) return 'quiet';
  const ends = row.windowEnds[current];
  return ends !== undefined && now >= plusDays(ends, -quietDays) ? 'quiet' : 'on-track';
}

/** Held, or agreed on and not yet known to have failed; or waiting for somebody who is away, which is nobody's fault. */
function hasTime(step: MonthStep): boolean {
  return step === 'booked' || step === 'asked' || step === 'held' || step === 'paused';
}
