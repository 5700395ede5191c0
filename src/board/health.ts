import { plusDays, type Instant } from '../kernel/clock';
import type { BoardRow, MonthStep, PairHealth } from '../domain/board';

/** Days before a month ends from which a month without a booked session makes a pair quiet. */
export const quietDays = 10;

/** Months in a row without a session held, after which a pair needs a time. */
const monthsWithout = 2;

/**
 * How a pair is doing at `now`. A pair that is over says so. `needs-a-time`: the last two months that are over went by without a
 * session held, and this month has none yet. `quiet`: this month ends within ten days and no session is booked. Else on-track.
 */
export function pairHealth(row: Pick<BoardRow, 'state' | 'months' | 'windowEnds'>, now: Instant): PairHealth {
  if (row.state !== 'active') return row.state;
  const current = row.windowEnds.findIndex((end) => now < end);
  const over = current === -1 ? row.windowEnds.length : current;
  const step = current === -1 ? 'none' : (row.months[current] ?? 'none');
  if (hasTime(step)) return 'on-track';
  const lastMonths = Array.from({ length: monthsWithout }, (_, back) => row.months[over - 1 - back] ?? 'none');
  if (over >= monthsWithout && lastMonths.every((month) => !hasTime(month))) return 'needs-a-time';
  const ends = row.windowEnds[current];
  return ends !== undefined && now >= plusDays(ends, -quietDays) ? 'quiet' : 'on-track';
}

/** Held, or agreed on and not yet known to have failed; or waiting for somebody who is away, which is nobody's fault. */
function hasTime(step: MonthStep): boolean {
  return step === 'booked' || step === 'asked' || step === 'held' || step === 'paused';
}
