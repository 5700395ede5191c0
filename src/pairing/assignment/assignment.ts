/** Who may be put with whom and how well, as a matrix of whole points. */
export interface AssignmentProblem {
  readonly rows: number;
  readonly columns: number;
  /** Row by row. A edge that holds `forbidden` may not be used. */
  readonly score: Int32Array | Int16Array;
  readonly forbidden: number;
  /** Edges a row or a column may have; one each where absent. Zero is allowed. */
  readonly rowCapacity?: readonly number[];
  readonly columnCapacity?: readonly number[];
}

/** What a place in a row or column is worth, in points of `edgeWorth` plus score; never negative. */
export interface Prices {
  readonly rows: Float64Array;
  readonly columns: Float64Array;
}

export type Edge = readonly [row: number, column: number];

export interface Assignment {
  /** Chosen edges, by row and then column; an edge at most once. */
  readonly edges: readonly Edge[];
  readonly total: number;
  /** No assignment with as many edges has a greater total: worked out from the prices alone. */
  readonly upperBound: number;
  /** Whether the total equals the bound, which proves that it is the greatest. */
  readonly optimal: boolean;
  readonly prices: Prices;
}

/** What a caller may follow while a problem is solved; both are asked often and must be quick. */
export interface SolveHooks {
  /** The share of the work that is done, from 0 to 1; never falls. An estimate: the work depends on the scores. */
  readonly progress?: (share: number) => void;
  /** Whether to give up: solving then throws a `CodedError` with the code `solving-cancelled`. */
  readonly cancelled?: () => boolean;
}

/** Capacities as they can be used at all: no more than there are edges across. */
export function usableCapacities(capacity: readonly number[] | undefined, count: number, across: number): Int32Array {
  return Int32Array.from({ length: count }, (_, index) => Math.min(capacity?.[index] ?? 1, across));
}
