import fc from 'fast-check';
import { splitBoard } from '../../../src/board/split-board';
import { mostParts, partKey } from '../../../src/board/find-part';

const keys = Array.from({ length: mostParts }, (_none, number) => partKey(number));
const everyPart = Object.fromEntries(keys.map((key) => [key, 1]));
const healthByDay = (pairs: number) => ({ '': { 'on-track': pairs } });
const day = '2026-11-23';

describe('The pages of a board', () => {
  it('have each part once, in order, beside the first answer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200_000 }), (pairs) => {
        const { first, rest } = splitBoard({ parts: everyPart, healthByDay: healthByDay(pairs) }, day);
        const spans = [first, ...rest];
        expect(spans.flatMap(({ from, to }) => keys.filter((key) => from <= key && key <= to))).toEqual(keys);
      }),
    );
  });

  it('are one answer for a small programme, and 17 for 10,000 pairs', () => {
    const answers = (pairs: number) =>
      1 + splitBoard({ parts: everyPart, healthByDay: healthByDay(pairs) }, day).rest.length;
    expect([0, 50, 100, 101, 1_000, 10_000].map(answers)).toEqual([1, 1, 1, 2, 3, 17]);
  });

  it('keep bounds and tags while pairs come and go', () => {
    const before = splitBoard({ parts: everyPart, healthByDay: healthByDay(9_000) }, day);
    const after = splitBoard({ parts: { ...everyPart, a7: 9 }, healthByDay: healthByDay(10_000) }, day);
    expect(after.rest.map(({ id }) => id)).toEqual(before.rest.map(({ id }) => id));
    expect(after.rest.filter(({ tag }, index) => tag !== before.rest[index]?.tag)).toEqual([
      { id: 'a0-af', from: 'a0', to: 'af', tag: `9.${day}` },
    ]);
  });

  it('are none where no pair lies', () => {
    const { rest } = splitBoard({ parts: { '00': 1, ff: 2 }, healthByDay: healthByDay(10_000) }, day);
    expect(rest.map(({ id }) => id)).toEqual(['f0-ff']);
  });
});
