import { ndtri } from 'cephes';
import { isTold } from '../../privacy/small-groups';
import { tail } from './student-distribution';
import { hiddenFigure, type Figure, type Interval } from './told-figure';

/** Promoters minus detractors, in points from −100 to 100. */
export interface Promoters extends Interval {
  readonly promoters: number;
  readonly detractors: number;
  readonly score: number;
}

/** From 0 to 10: the least answer of a promoter, and the most of a detractor (Reichheld, The One Number You Need to Grow, Harvard Business Review, 2003). */
const leastPromoter = 9;
const mostDetractor = 6;

/**
 * Promoters (9, 10) minus detractors (0 to 6) in points, with a 95 % interval. The multinomial variance of the difference of two shares of the same n
 * is (p + q − (p − q)²) / n; with few answers, or all of one kind, that alone is too narrow, so one promoter and one detractor are added before
 * it is taken (Bonett and Price, Adjusted Wald Confidence Interval for a Difference of Binomial Proportions Based on Paired Data, Journal of
 * Educational and Behavioral Statistics 37, 2012). The score is that of the answers, the ends stop at −100 and 100.
 */
export function scorePromoters(answers: readonly number[], missing: number): Figure<Promoters> {
  const n = answers.length;
  if (!isTold(n)) return hiddenFigure;
  const promoters = answers.filter((answer) => answer >= leastPromoter).length;
  const detractors = answers.filter((answer) => answer <= mostDetractor).length;
  const [p, q] = [(promoters + 1) / (n + 2), (detractors + 1) / (n + 2)];
  const half = ndtri(1 - tail) * Math.sqrt((p + q - (p - q) ** 2) / (n + 2));
  return {
    hidden: false,
    n,
    missing,
    promoters,
    detractors,
    score: (100 * (promoters - detractors)) / n,
    low: Math.max(-100, 100 * (p - q - half)),
    high: Math.min(100, 100 * (p - q + half)),
  };
}
