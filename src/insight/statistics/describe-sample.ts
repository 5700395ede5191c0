/** Mean, standard deviation and size of a sample, in the unit of its values. */
export interface Sample {
  readonly n: number;
  readonly mean: number;
  /** With n − 1 below the line; 0 where there is one value. */
  readonly deviation: number;
}

/**
 * Mean and standard deviation of values, in two passes, so that a large constant in all of them costs no digits (Chan, Golub, LeVeque,
 * Algorithms for Computing the Sample Variance, The American Statistician 37, 1983). Values that are all the same have a deviation of exactly 0.
 */
export function describeSample(values: readonly number[]): Sample {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n < 2 || isUnanimous(values)) return { n, mean: values[0] ?? Number.NaN, deviation: 0 };
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { n, mean, deviation: Math.sqrt(squares / (n - 1)) };
}

/** Differences of decimals that are the same on paper may differ in the last digits of a computer. */
const sameWithin = 1e-9;

function isUnanimous(values: readonly number[]): boolean {
  const [first = 0] = values;
  return values.every((value) => Math.abs(value - first) < sameWithin);
}
