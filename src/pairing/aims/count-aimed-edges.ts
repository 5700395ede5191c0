import type { Edge } from '../assignment/assignment';

/** A set of edges, told by the group of the row and the group of the column. */
export interface EdgeSet {
  /** The group of each row and column, from 0 on. */
  readonly rowGroups: ArrayLike<number>;
  readonly columnGroups: ArrayLike<number>;
  /** What an edge of a row group (first index) and a column group (second index) counts: whole numbers from 0 on. */
  readonly weights: readonly (readonly number[])[];
}

/** The edges in which row and column are of different groups; a group below 0 is not known and differs from none. */
export function edgesAcross(rowGroups: readonly number[], columnGroups: readonly number[]): EdgeSet {
  const count = Math.max(-1, ...rowGroups, ...columnGroups) + 2;
  return {
    rowGroups: rowGroups.map((group) => group + 1),
    columnGroups: columnGroups.map((group) => group + 1),
    weights: Array.from({ length: count }, (_, row) =>
      Array.from({ length: count }, (__, column) => Number(row > 0 && column > 0 && row !== column)),
    ),
  };
}

/** The edges of some rows, or of some columns. */
export function edgesOf(side: 'rows' | 'columns', members: readonly boolean[], across: number): EdgeSet {
  const groups = members.map(Number);
  const others = new Uint8Array(across);
  return side === 'rows'
    ? { rowGroups: groups, columnGroups: others, weights: [[0], [1]] }
    : { rowGroups: others, columnGroups: groups, weights: [[0, 1]] };
}

/** What an edge counts; 0 outside the set. */
export function weightIn({ rowGroups, columnGroups, weights }: EdgeSet, row: number, column: number): number {
  return weights[rowGroups[row] as number]?.[columnGroups[column] as number] ?? 0;
}

/** What the edges count together: how many belong to the set where each counts 1. */
export function countAimedEdges(edges: readonly Edge[], set: EdgeSet): number {
  return edges.reduce((count, [row, column]) => count + weightIn(set, row, column), 0);
}
