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

/** The instant so many 24-hour days later (negative: earlier). For wall-clock days use a zone. */
export function plusDays(at: Instant, days: number): Instant {
  return plusMilliseconds(at, days * 86_400_000);
}
