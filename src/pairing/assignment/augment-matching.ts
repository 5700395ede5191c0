import { usableCapacities, type AssignmentProblem, type Edge } from './assignment';

/**
 * As many edges as there can be, reached from the given ones by augmenting paths (Berge 1957), at most `most` more: no row or column
 * loses what it has. Their number is the greatest there is; their total is not looked at.
 */
export function augmentMatching(problem: AssignmentProblem, edges: readonly Edge[], most: number): readonly Edge[] {
  const { rows, columns, score, forbidden } = problem;
  const rowLeft = usableCapacities(problem.rowCapacity, rows, columns);
  const columnLeft = usableCapacities(problem.columnCapacity, columns, rows);
  const holders = Array.from({ length: columns }, () => new Set<number>());
  for (const [row, column] of edges) {
    holders[column]?.add(row);
    rowLeft[row] = (rowLeft[row] as number) - 1;
    columnLeft[column] = (columnLeft[column] as number) - 1;
  }

  /** The row from which each column was reached, up to one with an open place; and the column that each row would give up. */
  const search = (): { readonly end: number; readonly from: Int32Array; readonly givenUp: Int32Array } => {
    const from = new Int32Array(columns).fill(-1);
    const givenUp = new Int32Array(rows).fill(-1);
    const seen = new Uint8Array(rows);
    const waiting: number[] = [];
    for (let row = 0; row < rows; row++) {
      if ((rowLeft[row] as number) <= 0) continue;
      seen[row] = 1;
      waiting.push(row);
    }
    for (let next = 0; next < waiting.length; next++) {
      const row = waiting[next] as number;
      for (let column = 0; column < columns; column++) {
        if (from[column] !== -1 || score[row * columns + column] === forbidden) continue;
        const held = holders[column] as Set<number>;
        if (held.has(row)) continue;
        from[column] = row;
        if ((columnLeft[column] as number) > 0) return { end: column, from, givenUp };
        for (const holder of held) {
          if (seen[holder] === 1) continue;
          seen[holder] = 1;
          givenUp[holder] = column;
          waiting.push(holder);
        }
      }
    }
    return { end: -1, from, givenUp };
  };

  for (let more = 0; more < most; more++) {
    const { end, from, givenUp } = search();
    if (end < 0) break;
    columnLeft[end] = (columnLeft[end] as number) - 1;
    let column = end;
    for (;;) {
      const row = from[column] as number;
      holders[column]?.add(row);
      const next = givenUp[row] as number;
      if (next < 0) {
        rowLeft[row] = (rowLeft[row] as number) - 1;
        break;
      }
      holders[next]?.delete(row);
      column = next;
    }
  }
  return holders.flatMap((held, column) => [...held].map((row): Edge => [row, column]));
}
