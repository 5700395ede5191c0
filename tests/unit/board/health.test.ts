import fc from 'fast-check';
import { pairHealth } from '../../../src/board/health';
import type { MonthStep } from '../../../src/domain/board';
import { aBoardRow } from '../../helpers/factories/pair';

const early = '2026-11-25T09:00:00.000Z';
const months = (...steps: MonthStep[]): MonthStep[] => [...steps, ...Array<MonthStep>(6 - steps.length).fill('none')];

describe('The health of a pair', () => {
  it('is on track at the beginning of a month', () => {
    expect(pairHealth(aBoardRow(), early)).toBe('on-track');
    expect(pairHealth(aBoardRow({ months: months('proposing') }), early)).toBe('on-track');
  });

  it('is quiet from exactly ten days before the month ends, while nothing is booked', () => {
    const row = aBoardRow({ months: months('proposing') });
    expect(pairHealth(row, '2026-12-10T08:59:59.999Z')).toBe('on-track');
    expect(pairHealth(row, '2026-12-10T09:00:00.000Z')).toBe('quiet');
    expect(pairHealth(row, '2026-12-20T08:59:59.999Z')).toBe('quiet');
    expect(pairHealth(row, '2026-12-20T09:00:00.000Z')).toBe('on-track');
  });

  it.each<MonthStep>(['booked', 'asked', 'held'])('is on track late in the month when its session is %s', (step) => {
    expect(pairHealth(aBoardRow({ months: months(step) }), '2026-12-19T09:00:00.000Z')).toBe('on-track');
  });

  it('needs a time when the last two months went by without a session held', () => {
    const now = '2027-01-21T09:00:00.000Z';
    expect(pairHealth(aBoardRow({ months: months('missed', 'none') }), now)).toBe('needs-a-time');
    expect(pairHealth(aBoardRow({ months: months('missed', 'held') }), now)).toBe('on-track');
    expect(pairHealth(aBoardRow({ months: months('held', 'missed') }), now)).toBe('on-track');
    expect(pairHealth(aBoardRow({ months: months('missed', 'missed', 'booked') }), now)).toBe('on-track');
  });

  it('looks at the last two months, not at any two', () => {
    const row = aBoardRow({ months: months('missed', 'missed', 'held') });
    expect(pairHealth(row, '2027-02-21T09:00:00.000Z')).toBe('on-track');
  });

  it('does not hold against a pair an hour that nobody has spoken about yet', () => {
    expect(pairHealth(aBoardRow({ months: months('missed', 'asked') }), '2027-01-21T09:00:00.000Z')).toBe('on-track');
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
