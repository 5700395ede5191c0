import { isTold } from '../../privacy/small-groups';
import { describeSample } from './describe-sample';
import type { AnswerPair } from './measure-change';
import { studentQuantile, tail } from './student-distribution';
import { hiddenFigure, type Figure, type Interval } from './told-figure';

/** How much more participants changed than those who waited, in points of the scale. */
export interface Comparison extends Interval {
  /** People who waited and gave both answers; `n` counts the participants. */
  readonly waiting: number;
  readonly difference: number;
}

/**
 * Difference of differences: the mean change of participants minus that of those who waited, with Welch's 95 % interval, whose degrees of freedom
 * allow for two spreads (Welch, The Generalization of "Student's" Problem when Several Different Population Variances Are Involved, Biometrika 34,
 * 1947). Hidden where either side is under five. `missing` is of both sides.
 */
export function compareWithWaiting(
  participants: readonly AnswerPair[],
  waiting: readonly AnswerPair[],
  missing: number,
): Figure<Comparison> {
  if (!isTold(participants.length) || !isTold(waiting.length)) return hiddenFigure;
  const [one, other] = [participants, waiting].map((pairs) =>
    describeSample(pairs.map(({ before, after }) => after - before)),
  ) as [ReturnType<typeof describeSample>, ReturnType<typeof describeSample>];
  const [oneError, otherError] = [one.deviation ** 2 / one.n, other.deviation ** 2 / other.n];
  const error = oneError + otherError;
  const df = error ** 2 / (oneError ** 2 / (one.n - 1) + otherError ** 2 / (other.n - 1));
  const half = error === 0 ? 0 : studentQuantile(1 - tail, df) * Math.sqrt(error);
  const difference = one.mean - other.mean;
  return {
    hidden: false,
    n: one.n,
    missing,
    waiting: other.n,
    difference,
    low: difference - half,
    high: difference + half,
  };
}
