import { incbet, incbi } from 'cephes';

/** The share of a 95 % interval that lies below it, and above it. */
export const tail = 0.025;

/**
 * Cumulative distribution of Student's t with `df` degrees of freedom, whole or not, through the regularised incomplete beta function
 * (Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, 26.7.1; DLMF 8.17).
 */
export function studentCdf(t: number, df: number): number {
  const beyond = incbet(df / 2, 0.5, df / (df + t * t)) / 2;
  return t < 0 ? beyond : 1 - beyond;
}

/** The t below which a share `p` lies, 0 < p < 1: the inverse of `studentCdf` (the same source). */
export function studentQuantile(p: number, df: number): number {
  if (p === 0.5) return 0;
  const x = incbi(df / 2, 0.5, 2 * Math.min(p, 1 - p));
  return Math.sign(p - 0.5) * Math.sqrt((df * (1 - x)) / x);
}
