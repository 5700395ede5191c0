import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../kernel/clock';

/** A stretch of time, its end not included. */
export interface TimeWindow {
  readonly start: Instant;
  readonly end: Instant;
}

/**
 * Month `number` (from 1) of a pair that began at `startedAt`: wall time + zone + number, never the previous month plus one,
 * so that the 31st comes back after February. A local time that does not exist moves on by the gap (Temporal `compatible`).
 */
export function monthWindow(startedAt: Instant, timeZone: string, number: number): TimeWindow {
  return { start: monthBoundary(startedAt, timeZone, number - 1), end: monthBoundary(startedAt, timeZone, number) };
}

function monthBoundary(startedAt: Instant, timeZone: string, months: number): Instant {
  if (months === 0) return startedAt;
  const first = Temporal.Instant.from(startedAt).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return instantText(first.add({ months }).toZonedDateTime(timeZone, { disambiguation: 'compatible' }).toInstant());
}

/** An instant with milliseconds, the one spelling used in keys. */
export function instantText(instant: Temporal.Instant): Instant {
  return instant.toString({ smallestUnit: 'millisecond' });
}
