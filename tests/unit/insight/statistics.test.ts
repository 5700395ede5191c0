import fc from 'fast-check';
import scipy from './scipy/figures-of-scipy.json';
import { boundMissing } from '../../../src/insight/statistics/bound-missing';
import { compareShares } from '../../../src/insight/statistics/compare-shares';
import { compareSigns } from '../../../src/insight/statistics/compare-signs';
import { compareWithWaiting } from '../../../src/insight/statistics/compare-with-waiting';
import { findSmallestChange } from '../../../src/insight/statistics/find-smallest-change';
import { measureChange, type AnswerPair } from '../../../src/insight/statistics/measure-change';
import { measureClusteredChange, type ClusteredPair } from '../../../src/insight/statistics/measure-clustered-change';
import { measureEffect } from '../../../src/insight/statistics/measure-effect';
import { measureShare } from '../../../src/insight/statistics/measure-share';
import { noncentralStudentCdf } from '../../../src/insight/statistics/noncentral-student';
import { scorePromoters } from '../../../src/insight/statistics/score-promoters';
import { studentCdf, studentQuantile } from '../../../src/insight/statistics/student-distribution';
import { hiddenFigure, type Figure } from '../../../src/insight/statistics/told-figure';

const pairsOf = (before: readonly number[], after: readonly number[]): AnswerPair[] =>
  before.map((first, place) => ({ before: first, after: after[place]! }));

/** Everybody changes apart from the others. */
const alone = (pairs: readonly AnswerPair[]): ClusteredPair[] =>
  pairs.map((pair, place) => ({ ...pair, cluster: String(place) }));

/** Each figure of the one is the other's, to 1e-9 of its size, or to 1e-9 where that is smaller than 1. */
function expectClose(ours: Figure<object> | object, theirs: Readonly<Record<string, number>>): void {
  for (const [name, figure] of Object.entries(theirs)) {
    const own = (ours as Record<string, number>)[name]!;
    if (!(Math.abs(own - figure) <= 1e-9 * Math.max(1, Math.abs(figure))))
      throw new Error(`${name}: ours ${String(own)}, scipy's ${String(figure)} of ${JSON.stringify(theirs)}`);
  }
}

describe('our figures are scipy’s to 1e-9:', () => {
  it('Student’s t and its quantile, with degrees of freedom that are whole or not', () => {
    for (const { df, p, t, cdf } of scipy.student)
      expectClose({ t: studentQuantile(p, df), cdf: studentCdf(t * 1.1, df) }, { t, cdf });
  });

  it('the noncentral t', () => {
    for (const { df, t, noncentrality, cdf } of scipy.noncentral)
      expectClose({ cdf: noncentralStudentCdf(t, df, noncentrality) }, { cdf });
  });

  it('the change, Hedges’ g and both intervals', () => {
    for (const { before, after, g, gLow, gHigh, ...theirs } of scipy.change) {
      const { change, low, high, effectSize } = theirs;
      expectClose(measureChange(pairsOf(before, after), 0), { change, low, high, effectSize });
      expectClose(measureEffect(pairsOf(before, after), 0), { g, low: gLow, high: gHigh });
    }
  });

  it('the sign test', () => {
    for (const { rose, fell, p } of scipy.signs) {
      const pairs = [
        ...Array.from({ length: rose }, () => ({ before: 2, after: 3 })),
        ...Array.from({ length: fell }, () => ({ before: 3, after: 2 })),
        ...Array.from({ length: 5 }, () => ({ before: 3, after: 3 })),
      ];
      expectClose(compareSigns(pairs, 0), { probability: p, rose, fell });
    }
  });

  it('a share with Wilson’s interval', () => {
    for (const { k, n, low, high } of scipy.share) expectClose(measureShare(k, n, 0), { low, high, share: k / n });
  });

  it('promoters minus detractors', () => {
    for (const { promoters, detractors, n, score, low, high } of scipy.promoters) {
      const kinds = Array.from({ length: n }, (_, place) =>
        place < promoters ? 9 + (place % 2) : place < promoters + detractors ? place % 7 : 7 + (place % 2),
      );
      expectClose(scorePromoters(kinds, 0), { score, low, high, promoters, detractors });
    }
  });

  it('the difference from those who waited', () => {
    for (const { before, after, waitingBefore, waitingAfter, difference, low, high } of scipy.comparison)
      expectClose(compareWithWaiting(alone(pairsOf(before, after)), alone(pairsOf(waitingBefore, waitingAfter)), 0), {
        difference,
        low,
        high,
      });
  });

  it('the smallest change that would be seen', () => {
    for (const { n, change } of scipy.smallest) expectClose({ change: findSmallestChange(n)! }, { change });
    // What the card before launch says of eight pairs.
    expect(findSmallestChange(8)).toBeGreaterThan(1);
  });
});

describe('a figure about fewer than five', () => {
  const four = pairsOf([1, 2, 3, 4], [2, 4, 3, 5]);
  const five = [...four, { before: 1, after: 1 }];
  it.each<[string, (pairs: readonly AnswerPair[]) => Figure<object>]>([
    ['change', (pairs) => measureChange(pairs, 2)],
    ['effect', (pairs) => measureEffect(pairs, 2)],
    ['signs', (pairs) => compareSigns(pairs, 2)],
    ['bounds', (pairs) => boundMissing(pairs, [], { least: 1, most: 5 })],
    ['clusters', (pairs) => measureClusteredChange(alone(pairs), 2)],
    ['share', (pairs) => measureShare(2, pairs.length, 0)],
    [
      'promoters',
      (pairs) =>
        scorePromoters(
          pairs.map(({ after }) => after),
          0,
        ),
    ],
    ['comparison, of participants', (pairs) => compareWithWaiting(alone(pairs), alone(five), 0)],
    ['comparison, of those who waited', (pairs) => compareWithWaiting(alone(five), alone(pairs), 0)],
  ])('%s: has no number', (_, figure) => {
    expect(figure(four)).toEqual(hiddenFigure);
    expect(figure(five)).toMatchObject({ hidden: false, n: 5 });
  });

  it('is not forecast', () => {
    expect([0, 4].map(findSmallestChange)).toEqual([undefined, undefined]);
  });
});

const score = fc.integer({ min: 6, max: 30 }).map((sixths) => sixths / 6);
const pairs = fc.array(fc.record({ before: score, after: score }), { minLength: 5, maxLength: 60 });
const shown = <T>(figure: Figure<T>): T => {
  if (figure.hidden) throw new Error('hidden');
  return figure;
};

describe('whatever was answered,', () => {
  it('the order of people changes no digit that is shown', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const [one, other] = [given, [...given].reverse()].map((all) => shown(measureChange(all, 0)));
        for (const name of ['before', 'after', 'change', 'low', 'high'] as const)
          expect(other![name]).toBeCloseTo(one![name], 10);
      }),
    );
  });

  it('a constant added to everybody’s change moves mean and interval by it', () => {
    fc.assert(
      fc.property(pairs, fc.double({ min: -50, max: 50, noNaN: true }), (given, more) => {
        const [one, other] = [given, given.map(({ before, after }) => ({ before, after: after + more }))].map((all) =>
          shown(measureChange(all, 0)),
        );
        for (const name of ['change', 'low', 'high'] as const) expect(other![name]).toBeCloseTo(one![name] + more, 8);
      }),
    );
  });

  it('the two extreme cases hold the change that was seen, and are it where nothing is missing', () => {
    fc.assert(
      fc.property(pairs, fc.array(score, { maxLength: 20 }), (given, halves) => {
        const { change } = shown(measureChange(given, 0));
        const scale = { least: 1, most: 5 };
        const bounds = shown(
          boundMissing(
            given,
            halves.map((before) => ({ before })),
            scale,
          ),
        );
        const none = shown(boundMissing(given, [], scale));
        expect(none.lowest).toBeCloseTo(change, 10);
        expect(none.highest).toBeCloseTo(change, 10);
        expect(bounds.lowest).toBeLessThanOrEqual(bounds.highest);
        expect(bounds.interval.low).toBeLessThanOrEqual(bounds.lowest);
        expect(bounds.interval.high).toBeGreaterThanOrEqual(bounds.highest);
      }),
    );
  });

  it('clusters of one person are Student’s interval', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const [one, other] = [shown(measureChange(given, 0)), shown(measureClusteredChange(alone(given), 0))];
        expect(other.low).toBeCloseTo(one.low, 10);
        expect(other.high).toBeCloseTo(one.high, 10);
      }),
    );
  });

  it('two who share a partner and changed alike widen the interval of a comparison', () => {
    const waiting = alone(pairsOf([1, 2, 3, 4, 2, 3], [2, 2, 3, 3, 2, 4]));
    const took = alone(pairsOf([1, 1, 2, 2, 3, 3, 1, 1, 2, 2], [4, 4, 2, 2, 4, 4, 1, 1, 3, 3]));
    const together = took.map((pair, place) => ({ ...pair, cluster: String(Math.floor(place / 2)) }));
    const [apart, joined] = [
      shown(compareWithWaiting(took, waiting, 0)),
      shown(compareWithWaiting(together, waiting, 0)),
    ];
    expect(joined.difference).toBe(apart.difference);
    expect(joined.high - joined.low).toBeGreaterThan(1.2 * (apart.high - apart.low));
  });

  it('a share’s interval lies within 0 to 1 and holds the share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 20_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const { low, high, share } = shown(measureShare(Math.round(part * n), n, 0));
        expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true);
      }),
    );
  });

  it('the promoters’ interval lies within −100 to 100 and holds the score', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 5, maxLength: 300 }), (answers) => {
        const { low, high, score: points } = shown(scorePromoters(answers, 0));
        expect(-100 <= low && low <= points && points <= high && high <= 100).toBe(true);
      }),
    );
  });
});

describe('changes that are all the same', () => {
  const same = pairsOf([1, 1.1, 2.3, 3.7, 2], [1.1, 1.2, 2.4, 3.8, 2.1]);

  it('have an interval without width and no effect size', () => {
    const figure = shown(measureChange(same, 0));
    expect(figure.low).toBe(figure.high);
    expect(figure.change).toBeCloseTo(0.1, 12);
    expect('effectSize' in figure).toBe(false);
    expect(measureEffect(same, 0)).toEqual(hiddenFigure);
  });
});

describe('the difference of two shares', () => {
  // Newcombe, Statistics in Medicine 17, 1998, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
  ])('of %i in %i and %i in %i has the interval that Newcombe printed', (k, n, otherK, otherN, low, high) => {
    const ours = compareShares({ k, n }, { k: otherK, n: otherN });
    if (ours.hidden) throw new Error('hidden');
    expect([ours.low, ours.high].map((end) => Number(end.toFixed(4)))).toEqual([low, high]);
  });

  it('is hidden where one of both groups is a few', () => {
    expect(compareShares({ k: 2, n: 4 }, { k: 5, n: 20 })).toEqual(hiddenFigure);
  });
});
