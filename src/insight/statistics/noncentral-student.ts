import { incbet, lgam, ndtr } from 'cephes';
import { studentCdf } from './student-distribution';

/** A term of the series this much smaller than its sum changes no digit of it. */
const negligible = 1e-17;

/**
 * Cumulative distribution of the noncentral t: of (Z + noncentrality) / √(χ²/df). The series of Lenth (Algorithm AS 243, Applied Statistics 38,
 * 1989), summed from its largest term outwards: from its first term, as published, it underflows where the noncentrality is beyond 37.
 */
export function noncentralStudentCdf(t: number, df: number, noncentrality: number): number {
  if (noncentrality === 0) return studentCdf(t, df);
  if (t < 0) return 1 - noncentralStudentCdf(-t, df, -noncentrality);
  const base = ndtr(-noncentrality);
  if (t === 0) return base;
  const x = (t * t) / (t * t + df);
  const lambda = (noncentrality * noncentrality) / 2;
  const term = (j: number): number => {
    const power = j * Math.log(lambda) - lambda;
    const even = Math.exp(power - lgam(j + 1)) * incbet(j + 0.5, df / 2, x);
    const odd = (noncentrality / Math.SQRT2) * Math.exp(power - lgam(j + 1.5)) * incbet(j + 1, df / 2, x);
    return (even + odd) / 2;
  };
  const middle = Math.floor(lambda);
  let sum = 0;
  // With a negative noncentrality the two halves of a term nearly cancel: the weight alone says where the series may end.
  const weight = (j: number): number => Math.exp(j * Math.log(lambda) - lambda - lgam(j + 1));
  for (let j = middle; weight(j) > negligible; j++) sum += term(j);
  for (let j = middle - 1; j >= 0 && weight(j) > negligible; j--) sum += term(j);
  return Math.min(1, Math.max(0, base + sum));
}
