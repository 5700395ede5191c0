import { isTold } from '../../privacy/small-groups';
import { findCrossing } from './find-crossing';
import { noncentralStudentCdf } from './noncentral-student';
import { studentQuantile, tail } from './student-distribution';

/** How often a change that is there is to be seen. */
const power = 0.8;

/**
 * The smallest true change that n people who answer twice would show in 80 % of programmes, in standard deviations of the changes: the one by which
 * Student's 95 % interval leaves out 0 that often, from the noncentral t (Cohen, Statistical Power Analysis for the Behavioral Sciences, 1988,
 * chapter 2). Undefined under five people, of whom nothing is told. For a forecast, before anybody has answered.
 */
export function findSmallestChange(n: number): number | undefined {
  if (!isTold(n)) return undefined;
  const df = n - 1;
  const limit = studentQuantile(1 - tail, df);
  const seen = (change: number): number => {
    const noncentrality = change * Math.sqrt(n);
    return 1 - noncentralStudentCdf(limit, df, noncentrality) + noncentralStudentCdf(-limit, df, noncentrality);
  };
  return findCrossing(seen, power, 0, 10 / Math.sqrt(n));
}
