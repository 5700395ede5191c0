import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../kernel/clock';
import { ok, refused, type Result } from '../kernel/result';
import type { Participant, Pause } from './participant';
import { instantText } from '../calendar/month-window';

/** Days a pause may last at most, from the day it is set. */
export const mostPauseDays = 90;

type Pausing = Pick<Participant, 'pause'>;

/** First and last date on which a pause may end that somebody sets at `now`, in their zone. */
export function pauseRange(now: Instant, timeZone: string): { readonly earliest: string; readonly latest: string } {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate();
  return {
    earliest: today.add({ days: 1 }).toString(),
    latest: today.add({ days: mostPauseDays }).toString(),
  };
}

/**
 * A pause until the date, which is the first day back; it ends with the first moment of that day in the person's zone. Of an ISO date with a time the date
 * counts. `date-unread`: French clients of Teams were seen to write 06/03/2019, of which nobody can tell the month.
 */
export function pauseUntil(
  text: string,
  now: Instant,
  timeZone: string,
): Result<Pause, 'invalid-input' | 'date-unread'> {
  const date = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/u.exec(text)?.[1];
  if (date === undefined) return refused('date-unread');
  const { earliest, latest } = pauseRange(now, timeZone);
  if (date < earliest || date > latest) return refused('invalid-input');
  try {
    const day = Temporal.PlainDate.from(date, { overflow: 'reject' });
    return ok({ until: date, resumesAt: instantText(day.toZonedDateTime(timeZone).toInstant()), since: now });
  } catch (error) {
    if (error instanceof RangeError) return refused('invalid-input');
    throw error;
  }
}

/** Whether the person is away at `now`. */
export function isPaused({ pause }: Pausing, now: Instant): boolean {
  return pause !== undefined && now < pause.resumesAt;
}

/** The pause that keeps a pair waiting at `now`: the longer one where both are away. */
export function pauseOfPair(mentor: Pausing, mentee: Pausing, now: Instant): Pause | undefined {
  const pauses = [mentor, mentee].flatMap((person) =>
    isPaused(person, now) && person.pause !== undefined ? [person.pause] : [],
  );
  return pauses.sort((a, b) => a.resumesAt.localeCompare(b.resumesAt)).at(-1);
}
