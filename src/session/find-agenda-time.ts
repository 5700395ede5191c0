import { nextContactTimeFor, type Somewhere } from '../calendar/next-contact-time';
import type { HolidayFrom } from '../calendar/work-days';
import { plusDays, plusMilliseconds, type Instant } from '../kernel/clock';

/** Milliseconds between the moment at which an agenda is due and its session, at least: there has to be time to prepare. */
const agendaLead = 3_600_000;
/** Milliseconds before its session from which on an agenda that is still on its way is not sent: it takes a while from due to sent. */
export const latestAgenda = agendaLead / 2;
/** Days before the session that are looked at; longer than any row of days on which nobody is written to. */
const mostDays = 14;

/**
 * When somebody is sent the agenda of a session: a day before it, or at their next contact time after that; where that leaves less
 * than an hour, as after a weekend, so many days earlier as it takes. Undefined where no contact time between now and then does.
 */
export function findAgendaTime(
  ports: { readonly holidayFrom: HolidayFrom },
  person: Somewhere,
  start: Instant,
  now: Instant,
): Instant | undefined {
  const latest = plusMilliseconds(start, -agendaLead);
  for (let days = 1; days <= mostDays; days++) {
    const wanted = plusDays(start, -days);
    const at = nextContactTimeFor(ports, person, wanted > now ? wanted : now);
    if (at <= latest) return at;
    if (wanted <= now) return undefined;
  }
  return undefined;
}
