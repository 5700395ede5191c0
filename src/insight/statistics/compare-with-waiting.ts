import { isTold } from '../../privacy/small-groups';
import { clusteredError, type ClusteredPair } from './measure-clustered-change';
import { describeSample } from './describe-sample';
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
 * 1947). Where some share a partner, the error of their side is taken between clusters, with its degrees of freedom, as `measureClusteredChange` does.
 * Hidden where either side is under five people or clusters. `missing` is of both sides.
 */
export function compareWithWaiting(
  participants: readonly ClusteredPair[],
  waiting: readonly ClusteredPair[],
  missing: number,
): Figure<Comparison> {
  const [one, other] = [participants, waiting].map((pairs) => ({
    ...describeSample(pairs.map(({ before, after }) => after - before)),
    ...clusteredError(pairs),
  })) as [Side, Side];
  if (!isTold(one.clusters) || !isTold(other.clusters)) return hiddenFigure;
  const [oneVariance, otherVariance] = [one.error ** 2, other.error ** 2];
  const variance = oneVariance + otherVariance;
  const df = variance ** 2 / (oneVariance ** 2 / (one.clusters - 1) + otherVariance ** 2 / (other.clusters - 1));
  const half = variance === 0 ? 0 : studentQuantile(1 - tail, df) * Math.sqrt(variance);
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

type Side = ReturnType<typeof describeSample> & ReturnType<typeof clusteredError>;
