import { ndtri } from 'cephes';
import { isTold } from '../../privacy/small-groups';
import { tail } from './student-distribution';
import { hiddenFigure, type Figure, type Interval } from './told-figure';

/** So many of n, as a share from 0 to 1. */
export interface Share extends Interval {
  readonly k: number;
  readonly share: number;
}

/**
 * Share of k in n with Wilson's score interval, 95 %, without a correction for continuity (Wilson, Probable Inference, the Law of Succession, and
 * Statistical Inference, JASA 22, 1927; Brown, Cai, DasGupta, Statistical Science 16, 2001, advise it for small n). It never leaves 0 to 1.
 */
export function measureShare(k: number, n: number, missing: number): Figure<Share> {
  if (!isTold(n)) return hiddenFigure;
  const z = ndtri(1 - tail);
  const share = k / n;
  const whole = 1 + (z * z) / n;
  const middle = (share + (z * z) / (2 * n)) / whole;
  const half = (z / whole) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  // At 0 and n one end is exactly the share, which rounding could miss by a last digit.
  return {
    hidden: false,
    n,
    missing,
    k,
    share,
    low: k === 0 ? 0 : Math.max(0, middle - half),
    high: k === n ? 1 : Math.min(1, middle + half),
  };
}
