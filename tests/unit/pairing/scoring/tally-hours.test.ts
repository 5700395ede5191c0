import fc from 'fast-check';
import type { AvailabilityWindow, Weekday } from '../../../../src/domain/participant';
import { commonMinutes, slotMinutes, weekMasks } from '../../../../src/pairing/scoring/compare-hours';
import { tallyHours } from '../../../../src/pairing/scoring/tally-hours';

const clock = (quarter: number): string =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
const window = fc
  .tuple(
    fc.constantFrom<Weekday>('mon', 'tue', 'sun'),
    fc.integer({ min: 0, max: 90 }),
    fc.integer({ min: 1, max: 12 }),
  )
  .map(([day, from, length]): AvailabilityWindow => ({
    day,
    from: clock(from),
    to: clock(Math.min(96, from + length)),
  }));
const zones = ['Europe/Paris', 'America/Toronto', 'Asia/Kathmandu', 'Pacific/Auckland', 'UTC', 'Australia/Lord_Howe'];
const week = fc
  .record({ timeZone: fc.constantFrom(...zones), availability: fc.array(window, { maxLength: 6 }) })
  .map(weekMasks);
const always = weekMasks({
  timeZone: 'UTC',
  availability: (['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const).map((day) => ({
    day,
    from: '00:00',
    to: '24:00',
  })),
});

describe('the tally of common hours', () => {
  it('finds for any weeks what comparing them two by two finds', () => {
    fc.assert(
      fc.property(fc.array(week, { maxLength: 5 }), week, (mentees, mentor) => {
        const weeks = [...mentees, always];
        expect([...tallyHours(weeks)(mentor)].map((slots) => slots * slotMinutes)).toEqual(
          weeks.map((one) => commonMinutes(mentor, one)),
        );
      }),
      { numRuns: 1000, seed: 5 },
    );
  });
});
