import { giveUpCell, type CellGraph, type CellList } from './build-cell-graph';
import type { PathSearch } from './search-cell-paths';

const stride = 64;

/** Raises the prices of rows to what new cells are worth, gives up what no longer pays and fills what became free. */
export function repairCellGraph(search: PathSearch, added: CellList, report: (share: number) => void): void {
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

/** Gives up the row's cells that are worth less than their prices. */
function giveUpCheap(graph: CellGraph, row: number): void {
  const { rows, columns, worth } = graph;
  for (let cell = rows.firstUsed[row] as number; cell >= 0;) {
    const next = rows.nextUsed[cell] as number;
    const column = columns.of[cell] as number;
    if ((worth[cell] as number) < (rows.price[row] as number) + (columns.price[column] as number)) {
      giveUpCell(graph, cell);
      rows.places[row] = (rows.places[row] as number) + 1;
      columns.places[column] = (columns.places[column] as number) + 1;
    }
    cell = next;
  }
}
