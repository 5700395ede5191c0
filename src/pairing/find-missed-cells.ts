import { CellList, type CellGraph } from './build-cell-graph';
import { emptyPick, pickBestCells } from './pick-best-cells';
import { noScore, type ScoreRows } from './read-score-rows';

const stride = 64;

/** How many cells a row brings in: one that misses a cell, and any other. */
export interface MissedLimits {
  readonly perMissing: number;
  readonly perOther: number;
}

/**
 * Cells outside the graph that are worth more than the prices of their row and column, and with them the next best of their
 * rows, so that prices that move a little do not bring the same rows back in every round. None where no row misses any.
 */
export function findMissedCells(
  graph: CellGraph,
  scores: ScoreRows,
  { perMissing, perOther }: MissedLimits,
  report: (share: number) => void,
): CellList {
  const { rows, columns } = graph;
  const more = new CellList();
  const picked = emptyPick(Math.min(perMissing, scores.columns));
  const barred = new Float64Array(scores.columns);
  let missing = false;
  for (let row = 0; row < rows.count; row++) {
    if (row % stride === 0) report(row / rows.count);
    if ((scores.rowPlaces[row] as number) === 0) continue;
    const points = scores.read(row);
    const misses = isMissing(graph, scores, row, points);
    missing ||= misses;
    const most = Math.min(misses ? perMissing : perOther, scores.columns);
    if (most === 0) continue;
    barred.set(columns.price);
    for (let cell = rows.start[row] as number; cell < (rows.start[row + 1] as number); cell++)
      barred[columns.of[cell] as number] = Infinity;
    pickBestCells(points, barred, { above: -Infinity, most, from: (row * 7919) % scores.columns }, picked);
    for (let index = 0; index < picked.count; index++) {
      const column = picked.columns[index] as number;
      more.add(row, column, scores.cellWorth + (points[column] as number));
    }
  }
  return missing ? more : new CellList();
}

/** Whether the row has a cell that is worth more than its prices and not used: one outside the graph. */
function isMissing({ rows, columns }: CellGraph, scores: ScoreRows, row: number, points: Int32Array): boolean {
  const above = (rows.price[row] as number) - scores.cellWorth;
  const { price } = columns;
  for (let column = 0; column < points.length; column++) {
    if ((points[column] as number) - (price[column] as number) <= above || points[column] === noScore) continue;
    let cell = rows.firstUsed[row] as number;
    while (cell >= 0 && columns.of[cell] !== column) cell = rows.nextUsed[cell] as number;
    if (cell < 0) return true;
  }
  return false;
}
