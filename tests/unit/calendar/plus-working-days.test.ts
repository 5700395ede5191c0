import fc from 'fast-check';
import { plusWorkingDays } from '../../../src/calendar/plus-working-days';
import { workEndsAt, type WorkEnds } from '../../../src/calendar/work-days';
import { wallClock, zones } from './wall-clock';

const without = (isHoliday: (date: string) => boolean): WorkEnds =>
  workEndsAt({ holidayFrom: (_place, date) => (isHoliday(date) ? 0 : 24) }, { country: 'FR' });
const none = without(() => false);
const paris = 'Europe/Paris';

test.each([
  ['a Monday without holidays: the Monday two weeks later', '2026-11-23T09:00:00.000Z', '2026-12-07T09:00:00.000Z'],
  ['a Friday: the Friday two weeks later', '2026-11-27T09:00:00.000Z', '2026-12-11T09:00:00.000Z'],
  ['a Saturday: the Friday of the second week', '2026-11-28T09:00:00.000Z', '2026-12-11T09:00:00.000Z'],
  ['a Sunday: the same Friday', '2026-11-29T09:00:00.000Z', '2026-12-11T09:00:00.000Z'],
  ['over the end of a year', '2026-12-21T09:00:00.000Z', '2027-01-04T09:00:00.000Z'],
  [
    'the clock goes back in between: the same hour of the clock',
    '2026-10-19T07:30:00.000Z',
    '2026-11-02T08:30:00.000Z',
  ],
  ['the clock goes forward in between', '2027-03-22T08:30:00.000Z', '2027-04-05T07:30:00.000Z'],
  ['late on a Sunday in UTC, a Monday in Paris', '2026-11-22T23:30:00.000Z', '2026-12-06T23:30:00.000Z'],
])('ten working days from %s', (_case, at, then) => {
  expect(plusWorkingDays(at, 10, paris, none)).toBe(then);
});

test('holidays do not count, also where they fall on a weekend', () => {
  const holidays = ['2026-12-25', '2026-12-26', '2027-01-01'];
  expect(
    plusWorkingDays(
      '2026-12-21T09:00:00.000Z',
      10,
      paris,
      without((date) => holidays.includes(date)),
    ),
  ).toBe('2027-01-06T09:00:00.000Z');
});

test('an hour that the clock skips on the last day becomes the one after it', () => {
  // Cairo goes forward at midnight of Friday, 30 April 2027.
  expect(plusWorkingDays('2027-04-28T22:30:00.000Z', 1, 'Africa/Cairo', none)).toBe('2027-04-29T22:30:00.000Z');
});

test('the day Apia left out does not count', () => {
  expect(plusWorkingDays('2011-12-29T20:00:00.000Z', 1, 'Pacific/Apia', none)).toBe('2012-01-01T20:00:00.000Z');
});

test('no working days is the moment itself', () => {
  expect(plusWorkingDays('2026-11-28T09:00:00.000Z', 0, paris, none)).toBe('2026-11-28T09:00:00.000Z');
});

const instant = fc
  .date({ min: new Date('2012-01-01T00:00:00Z'), max: new Date('2030-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const holidays = fc
  .array(fc.integer({ min: 1, max: 28 }), { maxLength: 12 })
  .map((days) => (date: string) => days.includes(Number(date.slice(8))));

/** The dates after the first one up to the last, counted on the calendar alone. */
function datesAfter(first: string, last: string): readonly string[] {
  const dates: string[] = [];
  const day = new Date(`${first}T00:00:00Z`);
  while (day.toISOString().slice(0, 10) < last) {
    day.setUTCDate(day.getUTCDate() + 1);
    dates.push(day.toISOString().slice(0, 10));
  }
  return dates;
}

test('exactly that many working days lie after the day of the moment, up to the last, which is one', () => {
  fc.assert(
    fc.property(
      instant,
      fc.integer({ min: 1, max: 25 }),
      fc.constantFrom(...zones),
      holidays,
      (at, days, zone, isOff) => {
        const works = (date: string): boolean => ![0, 6].includes(new Date(date).getUTCDay()) && !isOff(date);
        const [from, to] = [wallClock(at, zone), wallClock(plusWorkingDays(at, days, zone, without(isOff)), zone)];
        expect(datesAfter(from.date, to.date).filter(works)).toHaveLength(days);
        expect(works(to.date)).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test('the hour of the clock stays, but where the clock skips it', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 1, max: 25 }), fc.constantFrom(...zones), (at, days, zone) => {
      const [from, to] = [wallClock(at, zone), wallClock(plusWorkingDays(at, days, zone, none), zone)];
      expect([0, 30, 60]).toContain(to.minutes - from.minutes);
    }),
    { numRuns: 300 },
  );
});
