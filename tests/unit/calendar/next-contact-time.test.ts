import fc from 'fast-check';
import { nextContactTime } from '../../../src/calendar/next-contact-time';
import { workEndsAt } from '../../../src/calendar/work-days';
import { wallClock, zones } from './wall-clock';

const instant = fc
  .date({ min: new Date('2011-12-01T00:00:00Z'), max: new Date('2030-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const holidays = fc
  .array(fc.integer({ min: 1, max: 28 }), { maxLength: 12 })
  .map((days) => (date: string) => days.includes(Number(date.slice(8))));

const inFrance = (isHoliday: (date: string) => boolean = () => false) =>
  workEndsAt({ holidayFrom: (_place, date) => (isHoliday(date) ? 0 : 24) }, { country: 'FR' });

function isDecent(at: string, zone: string, isHoliday: (date: string) => boolean): boolean {
  const { date, weekday, minutes } = wallClock(at, zone);
  return !['sat', 'sun'].includes(weekday) && !isHoliday(date) && minutes >= 9 * 60 && minutes < 18 * 60;
}

test('people are written to between 9 and 18 of a working day of theirs, never earlier than wanted', () => {
  fc.assert(
    fc.property(instant, fc.constantFrom(...zones), holidays, (at, zone, isHoliday) => {
      const decent = nextContactTime(at, zone, inFrance(isHoliday));
      expect(isDecent(decent, zone, isHoliday)).toBe(true);
      expect(decent >= at).toBe(true);
      if (isDecent(at, zone, isHoliday)) expect(decent).toBe(at);
      expect(nextContactTime(decent, zone, inFrance(isHoliday))).toBe(decent);
    }),
    { numRuns: 400 },
  );
});

test.each([
  ['in the evening, the next morning', '2026-11-23T18:00:00.000Z', 'Europe/Paris', '2026-11-24T08:00:00.000Z'],
  ['before nine, the same morning', '2026-11-24T02:00:00.000Z', 'Europe/Paris', '2026-11-24T08:00:00.000Z'],
  ['on a Friday evening, on Monday', '2026-11-27T17:30:00.000Z', 'Europe/Paris', '2026-11-30T08:00:00.000Z'],
  ['the day Apia left out is passed over', '2011-12-29T10:00:00.000Z', 'Pacific/Apia', '2011-12-29T19:00:00.000Z'],
])('%s', (_case, at, zone, decent) => {
  expect(nextContactTime(at, zone, inFrance())).toBe(decent);
});

test('F62: a Thursday evening before the day Apia left out becomes Monday', () => {
  expect(nextContactTime('2011-12-30T08:00:00.000Z', 'Pacific/Apia', inFrance())).toBe('2012-01-01T19:00:00.000Z');
});

test('F62: a holiday before the day Apia left out is followed by Monday, not by that day', () => {
  expect(
    nextContactTime(
      '2011-12-29T12:00:00.000Z',
      'Pacific/Apia',
      inFrance((date) => date === '2011-12-29'),
    ),
  ).toBe('2012-01-01T19:00:00.000Z');
});
