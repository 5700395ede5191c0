import { bdtr } from 'cephes';
import { isTold } from '../../privacy/small-groups';
import { hiddenFigure, type Figure } from './told-figure';
import type { AnswerPair } from './measure-change';

/** How many rose and fell, and how often chance alone divides them so unevenly. */
export interface Signs {
  readonly rose: number;
  readonly fell: number;
  /** From 0 to 1. */
  readonly probability: number;
}

/** Changes smaller than this are rounding, not changes. */
const noChange = 1e-9;

/**
 * Exact sign test, two-sided: twice the binomial probability of the smaller side with chance ½, 1 at most; who did not change is left out (Dixon
 * and Mood, The Statistical Sign Test, JASA 41, 1946). It asks nothing of the shape of the answers, so it is the line on how much the rest
 * leans on that shape. `n` counts those left out too.
 */
export function compareSigns(pairs: readonly AnswerPair[], missing: number): Figure<Signs> {
  const n = pairs.length;
  if (!isTold(n)) return hiddenFigure;
  const rose = pairs.filter(({ before, after }) => after - before > noChange).length;
  const fell = pairs.filter(({ before, after }) => before - after > noChange).length;
  const fewer = Math.min(rose, fell);
  const probability = rose === fell ? 1 : Math.min(1, 2 * bdtr(fewer, rose + fell, 0.5));
  return { hidden: false, n, missing, rose, fell, probability };
}
