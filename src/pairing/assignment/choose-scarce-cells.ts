import { CellList, type CellGraph } from './build-cell-graph';
import { countOthers, orderByChoices } from './order-by-choices';
import type { ScoreRows } from './read-score-rows';

/** Where less than this part of the cells is forbidden, choices are hardly nested: lack of cells comes from wanting the same ones. */
const leastForbidden = 1 / 4;

/**
 * Cells for a graph of fewer used cells than there may be, whatever they score: rows that are allowed few take a free column
 * first, which finds the only way there is through nested choices. None where that is no more cells than the graph uses.
 */
export function chooseScarceCells(scores: ScoreRows, graph: CellGraph, used: number): CellList {
  const { rows, columns, none, rowPlaces, cellWorth } = scores;
  const choices = new Int32Array(rows);
  let allowed = 0;
  for (let row = 0; row < rows; row++) {
    if ((rowPlaces[row] as number) === 0) continue;
    choices[row] = countOthers(scores.read(row), none);
    allowed += choices[row] as number;
  }
  const cells = new CellList();
  if (allowed > (1 - leastForbidden) * rows * columns) return cells;
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
        if (!isInGraph(graph, row, column)) cells.add(row, column, cellWorth + (points[column] as number));
      }
      if (++column === columns) column = 0;
    }
  }
  return found > used ? cells : new CellList();
}

function isInGraph({ rows, columns }: CellGraph, row: number, column: number): boolean {
  for (let cell = rows.start[row] as number; cell < (rows.start[row + 1] as number); cell++)
    if (columns.of[cell] === column) return true;
  return false;
}
