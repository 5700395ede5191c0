import { giveUpEdge, type SparseGraph, type EdgeList } from './build-sparse-graph';
import type { PathSearch } from './search-augmenting-paths';

const stride = 64;

/** Raises the prices of rows to what new edges are worth, gives up what no longer pays and fills what became free. */
export function repairEdgeGraph(search: PathSearch, added: EdgeList, report: (share: number) => void): void {
  const { rows, columns } = search.graph;
  for (let index = 0; index < added.count; index++) {
    const row = added.row[index] as number;
    const least = (added.worth[index] as number) - (columns.price[added.column[index] as number] as number);
    if (least > (rows.price[row] as number)) rows.price[row] = least;
  }
  for (let row = 0; row < rows.count; row++) giveUpCheap(search.graph, row);
  for (let row = 0; row < rows.count; row++) {
    if (row % stride === 0) report((0.5 * row) / rows.count);
    search.fill(rows, columns, row);
  }
  for (let column = 0; column < columns.count; column++) {
    if (column % stride === 0) report(0.5 + (0.5 * column) / columns.count);
    search.fill(columns, rows, column);
  }
}

/** Gives up the row's edges that are worth less than their prices. */
function giveUpCheap(graph: SparseGraph, row: number): void {
  const { rows, columns, worth } = graph;
  for (let edge = rows.firstUsed[row] as number; edge >= 0;) {
    const next = rows.nextUsed[edge] as number;
    const column = columns.of[edge] as number;
    if ((worth[edge] as number) < (rows.price[row] as number) + (columns.price[column] as number)) {
      giveUpEdge(graph, edge);
      rows.places[row] = (rows.places[row] as number) + 1;
      columns.places[column] = (columns.places[column] as number) + 1;
    }
    edge = next;
  }
}
