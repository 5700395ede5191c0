import ical, { ICalCalendarMethod, ICalEventClass } from 'ical-generator';
import type { Instant } from '../../src/kernel/clock';
import { sessionText } from '../../src/session/text/session-text';
import type { CalendarEvent } from '../../src/session/calendar-event';

/**
 * An iCalendar file (RFC 5545) of one hour: times in UTC, the same UID for ever, a SEQUENCE that rises with each move, private, and a
 * title that any lock screen may show.
 */
export function sessionCalendar(event: CalendarEvent, now: Instant): string {
  const calendar = ical({
    prodId: { company: 'Passerelle', product: 'Passerelle', language: event.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: event.uid,
    sequence: event.sequence,
    start: new Date(event.start),
    end: new Date(event.end),
    stamp: new Date(now),
    summary: sessionText(event.language, 'calendar.title'),
    description: sessionText(event.language, 'calendar.description'),
    class: ICalEventClass.PRIVATE,
    // RFC 5546, 3.2.1: what is published has an organiser. It is the product, at an address of nobody (RFC 2606), so that no calendar writes to a person.
    organizer: { name: 'Passerelle', email: 'no-reply@passerelle.invalid' },
  });
  // RFC 5545, 3.1: the last line ends like the others.
  return `${calendar.toString()}\r\n`;
}
