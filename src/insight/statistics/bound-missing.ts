import { isTold } from '../../privacy/small-groups';
import { describeSample } from './describe-sample';
import type { AnswerPair } from './measure-change';
import { studentQuantile, tail } from './student-distribution';
import { hiddenFigure, type Figure, type Interval } from './told-figure';

/** The ends of a scale. */
export interface Scale {
  readonly least: number;
  readonly most: number;
}

/** Somebody who gave one of the two answers. */
export type HalfAnswer = { readonly before: number } | { readonly after: number };

/** What the mean change of everybody would be in the two extreme cases, in points of the scale, and an interval around both. */
export interface MissingBounds {
  readonly lowest: number;
  readonly highest: number;
  readonly interval: Interval;
}

/**
 * Mean change were everybody's missing answer the one end of the scale, and were it the other: nothing is assumed of why an answer is missing
 * (Horowitz and Manski, Nonparametric Analysis of Randomized Experiments with Missing Covariate and Outcome Data, JASA 95, 2000). The interval
 * adds to each end the Student error of that extreme, so it covers the change of everybody in 95 % at least (Imbens and Manski, Confidence
 * Intervals for Partially Identified Parameters, Econometrica 72, 2004, whose factor is smaller). Hidden under five who gave both.
 */
export function boundMissing(
  pairs: readonly AnswerPair[],
  halves: readonly HalfAnswer[],
  { least, most }: Scale,
): Figure<MissingBounds> {
  if (!isTold(pairs.length)) return hiddenFigure;
  const seen = pairs.map(({ before, after }) => after - before);
  const low = halves.map((half) => ('before' in half ? least - half.before : half.after - most));
  const high = halves.map((half) => ('before' in half ? most - half.before : half.after - least));
  const [worst, best] = [describeSample([...seen, ...low]), describeSample([...seen, ...high])];
  const factor = studentQuantile(1 - tail, worst.n - 1) / Math.sqrt(worst.n);
  return {
    hidden: false,
    n: pairs.length,
    missing: halves.length,
    lowest: worst.mean,
    highest: best.mean,
    interval: { low: worst.mean - factor * worst.deviation, high: best.mean + factor * best.deviation },
  };
}
