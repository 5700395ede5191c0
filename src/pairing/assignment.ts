/** Who may be put with whom and how well, as a matrix of whole points. */
export interface AssignmentProblem {
  readonly rows: number;
  readonly columns: number;
  /** Row by row. A cell that holds `forbidden` may not be used. */
  readonly score: Int32Array | Int16Array;
  readonly forbidden: number;
  /** Cells a row or a column may have; one each where absent. Zero is allowed. */
  readonly rowCapacity?: readonly number[];
  readonly columnCapacity?: readonly number[];
}

/** What a place in a row or column is worth, in points of `cellWorth` plus score; never negative. */
export interface Prices {
  readonly rows: Float64Array;
  readonly columns: Float64Array;
}

export interface Assignment {
  /** Chosen cells, by row and then column; a cell at most once. */
  readonly cells: readonly (readonly [row: number, column: number])[];
  readonly total: number;
  /** No assignment with as many cells has a greater total: worked out from the prices alone. */
  readonly upperBound: number;
  /** Whether the total equals the bound, which proves that it is the greatest. */
  readonly optimal: boolean;
  readonly prices: Prices;
}

/** Capacities as they can be used at all: no more than there are cells across. */
export function usableCapacities(capacity: readonly number[] | undefined, count: number, across: number): Int32Array {
  return Int32Array.from({ length: count }, (_, index) => Math.min(capacity?.[index] ?? 1, across));
}

/**
 * What one more cell is worth, so that more cells always beat better ones: two assignments of at most k cells with
 * scores up to s apart from zero differ by at most 2ks points.
 */
export function cellWorth(problem: AssignmentProblem): number {
  let greatest = 0;
  for (const score of problem.score) {
    if (score !== problem.forbidden) greatest = Math.max(greatest, Math.abs(score));
  }
  const sum = (capacity: Int32Array): number => capacity.reduce((total, one) => total + one, 0);
  const most = Math.min(
    sum(usableCapacities(problem.rowCapacity, problem.rows, problem.columns)),
    sum(usableCapacities(problem.columnCapacity, problem.columns, problem.rows)),
  );
  return 2 * greatest * most + 1;
}
