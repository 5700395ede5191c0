import { lgam } from 'cephes';
import { isTold } from '../../privacy/small-groups';
import { describeSample } from './describe-sample';
import { findCrossing } from './find-crossing';
import type { AnswerPair } from './measure-change';
import { noncentralStudentCdf } from './noncentral-student';
import { tail } from './student-distribution';
import { hiddenFigure, type Figure, type Interval } from './told-figure';

/** Hedges' g of a change, in standard deviations of the changes. */
export interface Effect extends Interval {
  readonly g: number;
}

/** J, by which d is too large in small samples: Γ(df/2) / (√(df/2) Γ((df − 1)/2)), exact (Hedges, Distribution Theory for Glass's Estimator, Journal of Educational Statistics 6, 1981, 6e). */
export function hedgesCorrection(df: number): number {
  return Math.exp(lgam(df / 2) - lgam((df - 1) / 2)) / Math.sqrt(df / 2);
}

/**
 * Hedges' g for paired data, J · d_z, with the exact 95 % interval of what it estimates: √n · d_z is a noncentral t with n − 1 degrees of freedom
 * and noncentrality √n · δ, and the ends are the two δ for which the t seen has 2.5 % beyond it (Goulet-Pelletier and Cousineau, A Review of Effect
 * Sizes and Their Confidence Intervals, Part I, The Quantitative Methods for Psychology 14, 2018). The ends are ends for δ itself, so J does not
 * touch them. Hidden under five people, and where all changed alike, since there is no standard deviation to measure by.
 */
export function measureEffect(pairs: readonly AnswerPair[], missing: number): Figure<Effect> {
  const n = pairs.length;
  const { mean, deviation } = describeSample(pairs.map(({ before, after }) => after - before));
  if (!isTold(n) || deviation === 0) return hiddenFigure;
  const [df, root] = [n - 1, Math.sqrt(n)];
  const t = (root * mean) / deviation;
  // The noncentrality is within a few √df-scaled steps of t; the range is wide enough for n = 5 and t of any size.
  const reach = 10 + 3 * Math.abs(t);
  const beyond = (noncentrality: number): number => 1 - noncentralStudentCdf(t, df, noncentrality);
  return {
    hidden: false,
    n,
    missing,
    g: (hedgesCorrection(df) * mean) / deviation,
    low: findCrossing(beyond, tail, t - reach, t + reach) / root,
    high: findCrossing(beyond, 1 - tail, t - reach, t + reach) / root,
  };
}
