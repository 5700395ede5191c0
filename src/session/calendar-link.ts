import type { Secrets } from '../domain/ports';
import type { Side } from '../domain/proposal';

/** What a signed address of an iCalendar file names. */
export interface CalendarRef {
  readonly programmeId: string;
  readonly pairId: string;
  readonly number: number;
  readonly side: Side;
}

/** Path of the iCalendar file of a session for one side; whoever has it can read that one file and nothing else. */
export function calendarPath(ref: CalendarRef, signingKey: string, secrets: Secrets): string {
  const text = [ref.programmeId, ref.pairId, String(ref.number), ref.side].join('/');
  return `/calendar/${text}/${secrets.hmac(signingKey, text).slice(0, 32)}.ics`;
}
