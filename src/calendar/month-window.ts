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
  const boundary = boundariesOf(startedAt, timeZone);
  return { start: boundary(number - 1), end: boundary(number) };
}

/** The first `months` months, each as `monthWindow` has it. */
export function monthWindows(startedAt: Instant, timeZone: string, months: number): readonly TimeWindow[] {
  const boundary = boundariesOf(startedAt, timeZone);
  let start = startedAt;
  return Array.from({ length: months }, (_, index) => {
    const window = { start, end: boundary(index + 1) };
    start = window.end;
    return window;
  });
}

function boundariesOf(startedAt: Instant, timeZone: string): (months: number) => Instant {
  const first = Temporal.Instant.from(startedAt).toZonedDateTimeISO(timeZone);
  return (months) => (months === 0 ? startedAt : instantText(first.add({ months })));
}

/** An instant with milliseconds, the one spelling used in keys. */
export function instantText(moment: Temporal.Instant | Temporal.ZonedDateTime): Instant {
  return new Date(moment.epochMilliseconds).toISOString();
}
