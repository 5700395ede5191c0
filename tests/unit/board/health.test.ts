import fc from 'fast-check';
import { pairHealth } from '../../../src/board/health';
import type { MonthStep, PairHealth } from '../../../src/domain/board';
import { aBoardRow } from '../../helpers/factories/pair';

const early = '2026-11-25T09:00:00.000Z';
const [second, third, fourth] = ['2026-12-21T09:00:00.000Z', '2027-01-21T09:00:00.000Z', '2027-02-21T09:00:00.000Z'];
const months = (...steps: MonthStep[]): MonthStep[] => [...steps, ...Array<MonthStep>(6 - steps.length).fill('none')];

describe('The health of a pair', () => {
  it.each<{ readonly months: MonthStep[]; readonly at: string; readonly health: PairHealth; readonly because: string }>(
    [
      { months: [], at: early, health: 'on-track', because: 'its first month has just begun' },
      { months: ['proposing'], at: early, health: 'on-track', because: 'times are proposed early in the month' },
      {
        months: ['proposing'],
        at: '2026-12-10T08:59:59.999Z',
        health: 'on-track',
        because: 'ten days are not reached',
      },
      { months: ['proposing'], at: '2026-12-10T09:00:00.000Z', health: 'quiet', because: 'the month ends in ten days' },
      { months: ['proposing'], at: '2026-12-20T08:59:59.999Z', health: 'quiet', because: 'the month is nearly over' },
      { months: ['booked'], at: '2026-12-19T09:00:00.000Z', health: 'on-track', because: 'an hour is booked late' },
      { months: ['asked'], at: '2026-12-19T09:00:00.000Z', health: 'on-track', because: 'the hour awaits its word' },
      { months: ['held'], at: '2026-12-19T09:00:00.000Z', health: 'on-track', because: 'the hour was held' },
      { months: ['paused'], at: '2026-12-19T09:00:00.000Z', health: 'on-hold', because: 'somebody is away' },
      { months: ['missed'], at: second, health: 'quiet', because: 'the first month was missed and nothing is booked' },
      { months: ['missed', 'proposing'], at: second, health: 'quiet', because: 'times alone are no hour' },
      { months: ['missed', 'booked'], at: second, health: 'on-track', because: 'the second has its hour' },
      { months: ['paused', 'none'], at: second, health: 'on-track', because: 'a month on hold is nobody’s fault' },
      { months: ['unclear'], at: second, health: 'quiet', because: 'nobody knows whether the first was held' },
      { months: ['missed', 'none'], at: third, health: 'needs-a-time', because: 'two months went by' },
      {
        months: ['unclear', 'missed', 'proposing'],
        at: third,
        health: 'needs-a-time',
        because: 'times alone are no hour',
      },
      { months: ['missed', 'held'], at: third, health: 'on-track', because: 'the last one was held' },
      { months: ['held', 'missed'], at: third, health: 'quiet', because: 'the last one was missed' },
      { months: ['missed', 'asked'], at: third, health: 'on-track', because: 'nobody has spoken about the last yet' },
      { months: ['missed', 'missed', 'booked'], at: third, health: 'on-track', because: 'the third has its hour' },
      { months: ['missed', 'missed', 'paused'], at: third, health: 'on-hold', because: 'somebody is away now' },
      {
        months: ['missed', 'missed', 'held'],
        at: fourth,
        health: 'on-track',
        because: 'only the last two months count',
      },
    ],
  )('is $health where $because', ({ months: steps, at, health }) => {
    expect(pairHealth(aBoardRow({ months: months(...steps) }), at)).toBe(health);
  });

  it('is what the pair is, once it is over', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('finished' as const, 'ended' as const),
        fc.date({ min: new Date('2026-11-01'), max: new Date('2028-01-01'), noInvalidDate: true }),
        (state, at) => {
          expect(pairHealth(aBoardRow({ state, months: months('missed', 'missed') }), at.toISOString())).toBe(state);
        },
      ),
    );
  });

  it('never needs a hand in a month that has its session', () => {
    const step = fc.constantFrom<MonthStep>('none', 'proposing', 'booked', 'asked', 'held', 'missed', 'unclear');
    fc.assert(
      fc.property(fc.array(step, { minLength: 6, maxLength: 6 }), fc.nat(5), fc.nat(29), (steps, month, day) => {
        const row = aBoardRow({ months: steps.map((value, index) => (index === month ? 'booked' : value)) });
        const now = new Date(Date.parse(row.windowEnds[month] ?? '') - day * 86_400_000 - 1).toISOString();
        const inside = month === 0 || now >= (row.windowEnds[month - 1] ?? '');
        if (inside) expect(pairHealth(row, now)).toBe('on-track');
      }),
    );
  });
});
