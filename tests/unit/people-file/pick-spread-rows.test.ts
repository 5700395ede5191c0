import fc from 'fast-check';
import { pickSpreadRows } from '../../../src/people-file/pick-spread-rows';

describe('Rows from everywhere in a file', () => {
  it('are the same each time, none twice, and all where there are few', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 400 }), (length, count) => {
        const rows = Array.from({ length }, (_, place) => place);
        const some = pickSpreadRows(rows, count);
        expect(some).toEqual(pickSpreadRows(rows, count));
        expect(some).toHaveLength(Math.min(length, count));
        expect(new Set(some).size).toBe(some.length);
      }),
      { numRuns: 60 },
    );
  });

  it('fall into no rhythm of the file, and leave no long stretch out', () => {
    const some = pickSpreadRows([...Array(20_000).keys()], 80);
    for (const rhythm of [2, 3, 4, 5, 10, 100])
      expect(some.filter((place) => place % rhythm === 0).length).toBeLessThanOrEqual(Math.ceil(80 / rhythm) + 10);
    const sorted = [...some].sort((a, b) => a - b);
    expect(Math.max(...sorted.map((place, at) => place - (sorted[at - 1] ?? 0)))).toBeLessThan(1000);
  });
});
