import { measureShare } from './measure-share';
import { hiddenFigure, type Figure, type Interval } from './told-figure';

/** A difference of two shares, from -1 to 1. */
export interface ShareDifference extends Interval {
  readonly difference: number;
}

/** So many of n people. */
export interface Counted {
  readonly k: number;
  readonly n: number;
}

/**
 * The share of one group less that of another of other people, with Newcombe's hybrid score interval, 95 %: the distance of each share to an end of its Wilson
 * interval, squared and added (Newcombe, Interval Estimation for the Difference between Independent Proportions, Statistics in Medicine 17, 1998, method 10).
 * n is of both groups. Hidden where one of them is.
 */
export function compareShares(one: Counted, other: Counted): Figure<ShareDifference> {
  const [a, b] = [measureShare(one.k, one.n, 0), measureShare(other.k, other.n, 0)];
  if (a.hidden || b.hidden) return hiddenFigure;
  const difference = a.share - b.share;
  return {
    hidden: false,
    n: one.n + other.n,
    missing: 0,
    difference,
    low: difference - Math.hypot(a.share - a.low, b.high - b.share),
    high: difference + Math.hypot(a.high - a.share, b.share - b.low),
  };
}
