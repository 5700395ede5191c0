import fc from 'fast-check';
import { countPairs, dayOf, healthCounts, healthOn, moveHealth } from '../../../src/board/count-health';
import type { BoardRow, MonthStep, PairHealth } from '../../../src/domain/board';
import { plusDays } from '../../../src/kernel/clock';
import { aBoardRow } from '../../helpers/factories/pair';

const steps = ['none', 'proposing', 'booked', 'asked', 'held', 'missed', 'unclear', 'paused'] as const;

/** Pairs of six months that began at any minute of two months, whatever became of them. */
const boardRow: fc.Arbitrary<BoardRow> = fc
  .record({
    minutes: fc.integer({ min: 0, max: 60 * 24 * 60 }),
    months: fc.array(fc.constantFrom<MonthStep>(...steps), { minLength: 6, maxLength: 6 }),
    state: fc.constantFrom<BoardRow['state']>('active', 'active', 'active', 'finished', 'ended'),
  })
  .map(({ minutes, months, state }) => {
    const startedAt = plusDays('2026-11-01T00:00:00.000Z', minutes / 1440);
    const windowEnds = months.map((_step, month) => plusDays(startedAt, 30 * (month + 1)));
    return aBoardRow({ startedAt, windowEnds, months, state });
  });
const boardRows = fc.array(boardRow, { maxLength: 12 });
const someDay = fc.integer({ min: -5, max: 280 }).map((days) => dayOf(plusDays('2026-11-01T00:00:00.000Z', days)));

function counted(rows: readonly BoardRow[], day: string): Record<PairHealth, number> {
  const counts = { 'needs-a-time': 0, quiet: 0, 'on-hold': 0, 'on-track': 0, finished: 0, ended: 0 };
  for (const row of rows) counts[healthOn(row, day)]++;
  return counts;
}

describe('How many pairs are in each situation, by day', () => {
  it('is on every day what the rows say', () => {
    fc.assert(
      fc.property(boardRows, someDay, (come, day) => {
        const moves = moveHealth({}, { gone: [], come });
        expect(healthCounts(moves, day)).toEqual(counted(come, day));
        expect(countPairs(moves)).toBe(come.length);
      }),
    );
  });

  it('has the same bytes whatever rows there were before', () => {
    fc.assert(
      fc.property(boardRows, boardRows, (before, after) => {
        const moved = moveHealth(moveHealth({}, { gone: [], come: before }), { gone: before, come: after });
        expect(JSON.stringify(moved)).toBe(JSON.stringify(moveHealth({}, { gone: [], come: after })));
      }),
    );
  });

  it('stays as small as the days of a programme, however many pairs there are', () => {
    const rows = Array.from({ length: 10_000 }, (_none, index) => {
      const startedAt = plusDays('2026-11-01T00:00:00.000Z', (index * 37) / 10_000);
      return aBoardRow({
        windowEnds: Array.from({ length: 12 }, (_month, month) => plusDays(startedAt, 30 * (month + 1))),
      });
    });
    expect(JSON.stringify(moveHealth({}, { gone: [], come: rows })).length).toBeLessThan(30_000);
  });
});
