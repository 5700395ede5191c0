import ICAL from 'ical.js';
import { sessionCalendar } from '../../../bot/calendar/session-calendar';

const event = {
  uid: 'pair-1-01@passerelle',
  sequence: 3,
  start: '2026-12-01T13:00:00.000Z',
  end: '2026-12-01T14:00:00.000Z',
  language: 'fr' as const,
};

function parsed(changes: Partial<typeof event> = {}): { calendar: ICAL.Component; event: ICAL.Component } {
  const calendar = new ICAL.Component(
    ICAL.parse(sessionCalendar({ ...event, ...changes }, '2026-11-23T09:00:00.000Z')) as [string, unknown[], unknown[]],
  );
  const only = calendar.getAllSubcomponents('vevent');
  expect(only).toHaveLength(1);
  return { calendar, event: only[0]! };
}

test('the file holds one hour in UTC, whatever zone the server is in', () => {
  const { event: found, calendar } = parsed();
  expect(String(found.getFirstPropertyValue('dtstart'))).toBe('2026-12-01T13:00:00Z');
  expect(String(found.getFirstPropertyValue('dtend'))).toBe('2026-12-01T14:00:00Z');
  expect(String(found.getFirstPropertyValue('dtstamp'))).toBe('2026-11-23T09:00:00Z');
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
});

test('the same hour moved keeps its UID and raises its SEQUENCE, so that calendars replace it', () => {
  const before = parsed().event;
  const after = parsed({ sequence: 4, start: '2026-12-02T13:00:00.000Z', end: '2026-12-02T14:00:00.000Z' }).event;
  expect(after.getFirstPropertyValue('uid')).toBe(before.getFirstPropertyValue('uid'));
  expect(before.getFirstPropertyValue('sequence')).toBe(3);
  expect(after.getFirstPropertyValue('sequence')).toBe(4);
});

test('the entry is private and its title names neither partner nor subject', () => {
  const { event: found } = parsed();
  expect(found.getFirstPropertyValue('class')).toBe('PRIVATE');
  expect(found.getFirstPropertyValue('summary')).toBe('Rendez-vous');
  expect(parsed({ language: 'en' as never }).event.getFirstPropertyValue('summary')).toBe('Meeting');
  expect(found.getFirstProperty('attendee')).toBeNull();
  expect(found.getFirstPropertyValue('organizer')).toBe('mailto:no-reply@passerelle.invalid');
});

test('every line ends as the standard has it, the last one too, so that the strictest reader takes it', () => {
  const text = sessionCalendar(event, '2026-11-23T09:00:00.000Z');
  expect(text.split('\r\n').at(-2)).toBe('END:VCALENDAR');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
});
