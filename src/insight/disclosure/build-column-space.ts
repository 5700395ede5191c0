/**
 * A prime below 2^26, so that a product of two residues is exact in a number. A rank modulo a prime is never above the true one; with entries of 0, 1
 * and -1 in a dozen rows it is below it only where a determinant is a multiple of the prime, and those determinants are smaller than it.
 */
const prime = 67_108_859;

/** The space that columns span, built one column after the other. */
export interface ColumnSpace {
  /** How many columns of it do not follow from the others. */
  readonly rank: number;
  /** The space with one column more; the same where it is in it already. */
  with(column: readonly number[]): ColumnSpace;
}

/** The space of no column. */
export const emptySpace: ColumnSpace = spaceOf([]);

interface Reduced {
  readonly pivot: number;
  readonly column: readonly number[];
}

function spaceOf(basis: readonly Reduced[]): ColumnSpace {
  return {
    rank: basis.length,
    with(column) {
      let rest = column.map((entry) => residue(entry));
      for (const { pivot, column: known } of basis) {
        const factor = rest[pivot] ?? 0;
        if (factor !== 0) rest = rest.map((entry, row) => residue(entry - factor * (known[row] ?? 0)));
      }
      const pivot = rest.findIndex((entry) => entry !== 0);
      if (pivot === -1) return this;
      const scale = inverse(rest[pivot] ?? 1);
      return spaceOf([...basis, { pivot, column: rest.map((entry) => residue(entry * scale)) }]);
    },
  };
}

function residue(entry: number): number {
  const rest = entry % prime;
  return rest < 0 ? rest + prime : rest;
}

/** The residue whose product with this one is 1, by the extended Euclidean algorithm. */
function inverse(entry: number): number {
  let [a, b, x, y] = [entry, prime, 1, 0];
  while (b !== 0) {
    const quotient = Math.floor(a / b);
    [a, b, x, y] = [b, a - quotient * b, y, x - quotient * y];
  }
  return residue(x);
}
