/** An instant as an ISO 8601 string in UTC with milliseconds, e.g. `2026-11-23T03:45:49.000Z`; sorts as text. */
export type Instant = string;

/** Programme time (movable in Local Teams and rehearse): decides what is due, expired, not before. */
export interface ProgrammeClock {
  now(): Instant;
}

/** Real time: decides leases, tokens, visibility. */
export interface RealClock {
  now(): Instant;
}

/** The instant `milliseconds` later (negative: earlier). */
export function plusMilliseconds(at: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(at) + milliseconds).toISOString();
}

/**
 * How far two clocks that work together may differ: a server's and the store's, or a server's and that of whoever signs a token. Machines that
 * keep time are right to within a second; who is further off than this does not keep it.
 */
export const permittedSkewMilliseconds = 60_000;

/**
 * Whether something taken until `until` is still taken at `now`, where nobody takes it for longer than `longestMilliseconds`. What ends later
 * than it could was written by a wrong clock, and counts as over: its writer may be gone, and would hold it for days.
 */
export function isTakenUntil(until: Instant, now: Instant, longestMilliseconds: number): boolean {
  return until > now && until <= plusMilliseconds(now, longestMilliseconds + permittedSkewMilliseconds);
}

/** The instant so many 24-hour days later (negative: earlier). For wall-clock days use a zone. */
export function plusDays(at: Instant, days: number): Instant {
  return plusMilliseconds(at, days * 86_400_000);
}
