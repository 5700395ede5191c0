import fc from 'fast-check';
import { nextNight } from '../../../src/calendar/next-night';
import { wallClock, zones } from './wall-clock';

test.each([
  ['in the evening, the next morning', '2027-01-11T20:00:00.000Z', 'Europe/Paris', '2027-01-12T02:00:00.000Z'],
  ['after midnight, the same morning', '2027-01-11T23:30:00.000Z', 'Europe/Paris', '2027-01-12T02:00:00.000Z'],
  ['at 3:00 itself, the next one', '2027-01-12T02:00:00.000Z', 'Europe/Paris', '2027-01-13T02:00:00.000Z'],
  ['a moment before, that one', '2027-01-12T01:59:59.999Z', 'Europe/Paris', '2027-01-12T02:00:00.000Z'],
  ['the night that loses an hour', '2027-03-27T20:00:00.000Z', 'Europe/Paris', '2027-03-28T01:00:00.000Z'],
  ['the night after it', '2027-03-28T01:00:00.000Z', 'Europe/Paris', '2027-03-29T01:00:00.000Z'],
  ['the night that gains an hour', '2027-10-30T20:00:00.000Z', 'Europe/Paris', '2027-10-31T02:00:00.000Z'],
  [
    'a 3:00 that is skipped, moved on by the gap',
    '2027-03-27T20:00:00.000Z',
    'Europe/Athens',
    '2027-03-28T01:00:00.000Z',
  ],
  ['a 3:00 that comes twice, the first', '2027-10-30T20:00:00.000Z', 'Europe/Athens', '2027-10-31T00:00:00.000Z'],
  ['between the two, the next day’s', '2027-10-31T00:30:00.000Z', 'Europe/Athens', '2027-11-01T01:00:00.000Z'],
])('F62: %s', (_what, at, zone, night) => {
  expect(nextNight(at, zone)).toBe(night);
});

const anyMoment = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2032-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

test('F62: nights follow each other, each at 3:00 or right after the gap that swallows it, whatever the zone', () => {
  fc.assert(
    fc.property(anyMoment, fc.constantFrom(...zones), (at, zone) => {
      const night = nextNight(at, zone);
      const after = nextNight(night, zone);
      expect(night > at).toBe(true);
      expect(Date.parse(after) - Date.parse(night)).toBeGreaterThanOrEqual(22.5 * 3_600_000);
      expect([180, 210, 240]).toContain(wallClock(night, zone).minutes);
    }),
  );
});
