import type { Instant } from '../kernel/clock';
import { ok, refused, type Result } from '../kernel/result';
import { participantReader } from '../member/reader';
import type { Language } from '../language/languages';
import type { Ports } from '../domain/ports';
import { calendarPath, type CalendarRef } from './calendar-link';
import { loadPair } from '../pair/load-pair';
import { sessionKey } from '../domain/session';

/** What stands in somebody's calendar: a time, and words that name neither partner nor subject. */
export interface CalendarEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly start: Instant;
  readonly end: Instant;
  readonly language: Language;
}

/** The booked hour that a signed address names; the same refusal for a wrong signature and for an hour that is not booked. */
export async function readCalendarEvent(
  ports: Ports<'programmes' | 'people' | 'secrets' | 'signingKey'>,
  ref: CalendarRef,
  path: string,
): Promise<Result<CalendarEvent, 'not-found'>> {
  const key = ports.signingKey();
  // Hashed again, so that the time of the comparison tells nothing.
  if (ports.secrets.hmac(key, path) !== ports.secrets.hmac(key, calendarPath(ref, key, ports.secrets)))
    return refused('not-found');
  const [programme, people, session] = await Promise.all([
    ports.programmes.get(ref.programmeId, 'programme', 'programme'),
    loadPair(ports, ref.programmeId, ref.pairId),
    ports.programmes.get(ref.programmeId, 'session', sessionKey(ref.pairId, ref.number)),
  ]);
  if (programme === undefined || people === undefined || session?.value.booked === undefined)
    return refused('not-found');
  const { uid, sequence, booked } = session.value;
  const reader = await participantReader(ports, programme.value, people[ref.side].value);
  return ok({ uid, sequence, start: booked.start, end: booked.end, language: reader.language });
}
