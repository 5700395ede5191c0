import type { AssignmentProblem, Prices } from './assignment';
import { readScoreRows, type ScoreRows } from './read-score-rows';

/**
 * The greatest total any assignment of `cells` cells can have, by weak duality of the linear programme: whatever the
 * prices are, no assignment is worth more than all places at their price plus what each cell is worth beyond the
 * prices of its row and column. Uses the problem and the prices only, never an assignment.
 */
export function boundAssignment(problem: AssignmentProblem, prices: Prices, cells: number): number {
  return boundScoreRows(readScoreRows(problem), prices, cells);
}

/** The same for a problem whose scores are changed while they are read. */
export function boundScoreRows(scores: ScoreRows, prices: Prices, cells: number): number {
  const { rows, columns, cellWorth, none } = scores;
  const rowPrice = prices.rows.map((price) => Math.max(0, price));
  const columnPrice = prices.columns.map((price) => Math.max(0, price));
  let bound = placesAt(rowPrice, scores.rowPlaces) + placesAt(columnPrice, scores.columnPlaces);
  for (let row = 0; row < rows; row++) {
    const points = scores.read(row);
    const bar = (rowPrice[row] as number) - cellWorth;
    let beyond = 0;
    for (let column = 0; column < columns; column++) {
      const gain = (points[column] as number) - (columnPrice[column] as number);
      if (gain > bar && points[column] !== none) {
        beyond += gain - bar;
        // Whole numbers are exact up to 2^53 only.
        if (beyond > 2 ** 51) {
          bound += BigInt(beyond);
          beyond = 0;
        }
      }
    }
    bound += BigInt(beyond);
  }
  return Number(bound - BigInt(cellWorth) * BigInt(cells));
}

function placesAt(prices: Float64Array, places: Int32Array): bigint {
  let sum = 0n;
  places.forEach((count, index) => {
    sum += BigInt(count) * BigInt(prices[index] ?? 0);
  });
  return sum;
}
