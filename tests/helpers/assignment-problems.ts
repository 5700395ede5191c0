import fc from 'fast-check';
import type { AssignmentProblem, Edge } from '../../src/pairing/assignment/assignment';

export const forbidden = -2147483648;

/** A problem from rows of scores; null is forbidden. */
export function problemOf(
  scores: readonly (readonly (number | null)[])[],
  rowCapacity?: readonly number[],
  columnCapacity?: readonly number[],
): AssignmentProblem {
  const columns = scores[0]?.length ?? 0;
  return {
    rows: scores.length,
    columns,
    score: Int32Array.from(scores.flat().map((score) => score ?? forbidden)),
    forbidden,
    ...(rowCapacity === undefined ? {} : { rowCapacity }),
    ...(columnCapacity === undefined ? {} : { columnCapacity }),
  };
}

const scoreKinds = [
  fc.integer({ min: -3, max: 3 }),
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.constantFrom(-1_000_000, 0, 1_000_000),
];

/** Problems with ties, forbidden edges, unequal sides and, where asked for, capacities from 0 to 4. */
export function problems(
  { least = 1, most }: { readonly least?: number; readonly most: number },
  withCapacities: boolean,
): fc.Arbitrary<AssignmentProblem> {
  return fc
    .record({
      rows: fc.integer({ min: least, max: most }),
      columns: fc.integer({ min: least, max: most }),
      kind: fc.constantFrom(...scoreKinds),
      freq: fc.integer({ min: 0, max: 4 }),
    })
    .chain(({ rows, columns, kind, freq }) => {
      const edge = fc.oneof({ weight: 4, arbitrary: kind }, { weight: freq, arbitrary: fc.constant(null) });
      const capacities = (count: number): fc.Arbitrary<number[] | undefined> =>
        withCapacities
          ? fc.array(fc.integer({ min: 0, max: 4 }), { minLength: count, maxLength: count })
          : fc.constant(undefined);
      return fc
        .tuple(
          fc.array(fc.array(edge, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
          capacities(rows),
          capacities(columns),
        )
        .map(([scores, rowCapacity, columnCapacity]) => problemOf(scores, rowCapacity, columnCapacity));
    });
}

/** Whether the edges keep to the problem: allowed, each once, within the capacities. */
export function isAllowed(problem: AssignmentProblem, edges: readonly Edge[]): boolean {
  const inRow = new Map<number, number>();
  const inColumn = new Map<number, number>();
  for (const [row, column] of edges) {
    inRow.set(row, (inRow.get(row) ?? 0) + 1);
    inColumn.set(column, (inColumn.get(column) ?? 0) + 1);
  }
  return (
    new Set(edges.map(String)).size === edges.length &&
    edges.every(([row, column]) => problem.score[row * problem.columns + column] !== problem.forbidden) &&
    [...inRow].every(([row, count]) => count <= (problem.rowCapacity?.[row] ?? 1)) &&
    [...inColumn].every(([column, count]) => count <= (problem.columnCapacity?.[column] ?? 1))
  );
}

/** A generator of whole numbers below a limit (a linear congruence), so that large problems are the same in every run. */
export function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
