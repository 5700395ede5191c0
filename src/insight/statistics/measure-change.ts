import { isTold } from '../../privacy/small-groups';
import { describeSample } from './describe-sample';
import { studentQuantile, tail } from './student-distribution';
import { hiddenFigure, type Figure, type Interval } from './told-figure';

/** What one person answered before and after, on one scale. */
export interface AnswerPair {
  readonly before: number;
  readonly after: number;
}

/** The change of people who answered twice, in points of their scale. */
export interface Change extends Interval {
  /** Mean of the first answers of the people who gave both. */
  readonly before: number;
  readonly after: number;
  readonly change: number;
  /** Standard deviation of the changes. */
  readonly deviation: number;
  /** The mean change over its standard deviation, d_z (Cohen 1988, 2.3.5); absent where all changes are the same, since nothing can be divided by 0. */
  readonly effectSize?: number;
}

/**
 * Mean change of the same people with its 95 % interval: mean ± t(0.975, n − 1) · s / √n of the differences (Student, The Probable Error of a
 * Mean, Biometrika 6, 1908). `missing` is how many gave one of the two answers. Where all changed alike, the interval has no width.
 */
export function measureChange(pairs: readonly AnswerPair[], missing: number): Figure<Change> {
  const n = pairs.length;
  if (!isTold(n)) return hiddenFigure;
  const { mean, deviation } = describeSample(pairs.map(({ before, after }) => after - before));
  const half = (studentQuantile(1 - tail, n - 1) * deviation) / Math.sqrt(n);
  return {
    hidden: false,
    n,
    missing,
    before: describeSample(pairs.map(({ before }) => before)).mean,
    after: describeSample(pairs.map(({ after }) => after)).mean,
    change: mean,
    low: mean - half,
    high: mean + half,
    deviation,
    ...(deviation === 0 ? {} : { effectSize: mean / deviation }),
  };
}
