import { EdgeList, type SparseGraph } from './build-sparse-graph';
import { countOthers, orderByChoices } from './order-by-choices';
import type { ScoreRows } from './read-score-rows';

/** Where less than this part of the edges is forbidden, choices are hardly nested: lack of edges comes from wanting the same ones. */
const leastForbidden = 1 / 4;

/**
 * Edges for a graph of fewer used edges than there may be, whatever they score: rows that are allowed few take a free column
 * first, which finds the only way there is through nested choices. None where that is no more edges than the graph uses.
 */
export function chooseScarceEdges(scores: ScoreRows, graph: SparseGraph, used: number): EdgeList {
  const { rows, columns, none, rowPlaces, edgeWorth } = scores;
  const choices = new Int32Array(rows);
  let allowed = 0;
  for (let row = 0; row < rows; row++) {
    if ((rowPlaces[row] as number) === 0) continue;
    choices[row] = countOthers(scores.read(row), none);
    allowed += choices[row] as number;
  }
  const edges = new EdgeList();
  if (allowed > (1 - leastForbidden) * rows * columns) return edges;
  const free = scores.columnPlaces.slice();
  let found = 0;
  for (const row of orderByChoices(choices, columns)) {
    const points = scores.read(row);
    let places = rowPlaces[row] as number;
    for (let turn = 0, column = (row * 7919) % columns; turn < columns && places > 0; turn++) {
      if ((free[column] as number) > 0 && points[column] !== none) {
        free[column] = (free[column] as number) - 1;
        places--;
        found++;
        if (!isInGraph(graph, row, column)) edges.add(row, column, edgeWorth + (points[column] as number));
      }
      if (++column === columns) column = 0;
    }
  }
  return found > used ? edges : new EdgeList();
}

function isInGraph({ rows, columns }: SparseGraph, row: number, column: number): boolean {
  for (let edge = rows.start[row] as number; edge < (rows.start[row + 1] as number); edge++)
    if (columns.of[edge] === column) return true;
  return false;
}
