import fc from 'fast-check';
import { monthWindow, monthWindows } from '../../../src/calendar/month-window';
import { wallClock, zones } from './wall-clock';

const anyStart = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2032-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

test('F62: the months of a pair follow each other without gap or overlap for a year, whatever the start and the zone', () => {
  fc.assert(
    fc.property(anyStart, fc.constantFrom(...zones), (start, zone) => {
      const windows = Array.from({ length: 12 }, (_, index) => monthWindow(start, zone, index + 1));
      expect(windows[0]?.start).toBe(start);
      windows.forEach((window, index) => {
        expect(window.start < window.end).toBe(true);
        if (index > 0) expect(window.start).toBe(windows[index - 1]?.end);
        const days = (Date.parse(window.end) - Date.parse(window.start)) / 86_400_000;
        expect(days).toBeGreaterThan(27.9);
        expect(days).toBeLessThan(31.1);
      });
    }),
    { numRuns: 50 },
  );
});

test('F62: all months together are the same as one by one', () => {
  fc.assert(
    fc.property(anyStart, fc.constantFrom(...zones), (start, zone) => {
      const oneByOne = Array.from({ length: 12 }, (_, index) => monthWindow(start, zone, index + 1));
      expect(monthWindows(start, zone, 12)).toEqual(oneByOne);
    }),
    { numRuns: 50 },
  );
});

test('F62: each month begins at the wall time of the first, or right after a gap that swallows it', () => {
  fc.assert(
    fc.property(anyStart, fc.constantFrom(...zones), fc.integer({ min: 1, max: 12 }), (start, zone, number) => {
      const first = wallClock(start, zone);
      const boundary = wallClock(monthWindow(start, zone, number).end, zone);
      const gap = boundary.minutes - first.minutes;
      expect([0, 30, 60]).toContain(gap);
    }),
  );
});

test.each([
  [
    'the 31st comes back after February',
    '2027-01-31T09:00:00.000Z',
    'Europe/Paris',
    ['2027-02-28T09:00:00.000Z', '2027-03-31T08:00:00.000Z', '2027-04-30T08:00:00.000Z'],
  ],
  ['a leap day', '2028-01-31T09:00:00.000Z', 'Europe/Paris', ['2028-02-29T09:00:00.000Z']],
  ['the end of the year', '2027-12-31T23:30:00.000Z', 'America/Montreal', ['2028-01-31T23:30:00.000Z']],
  [
    'an hour that does not exist moves on by the gap',
    '2027-02-28T01:30:00.000Z',
    'Europe/Paris',
    ['2027-03-28T01:30:00.000Z'],
  ],
  [
    'an hour that comes twice is the first',
    '2027-09-30T23:30:00.000Z',
    'Australia/Lord_Howe',
    ['2027-10-31T23:00:00.000Z'],
  ],
])('F62: %s', (_case, start, zone, ends) => {
  expect(ends.map((_end, index) => monthWindow(start, zone, index + 1).end)).toEqual(ends);
});
