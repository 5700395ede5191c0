import type { Prices } from './assignment';
import type { ScoreRows } from './read-score-rows';

/**
 * The greatest total any assignment of `edges` edges can have, by weak duality of the linear programme: whatever the
 * prices are, no assignment is worth more than all places at their price plus what each edge is worth beyond the
 * prices of its row and column. Uses the scores and the prices only, never an assignment: it is what
 * `solveAssignment` says `optimal` by.
 */
export function boundScoreRows(scores: ScoreRows, prices: Prices, edges: number): number {
  const { rows, edgeWorth, none } = scores;
  const rowPrice = prices.rows.map((price) => Math.max(0, price));
  const columnPrice = prices.columns.map((price) => Math.max(0, price));
  let bound = placesAt(rowPrice, scores.rowPlaces) + placesAt(columnPrice, scores.columnPlaces);
  const lowest = columnPrice.reduce((least, price) => Math.min(least, price), Infinity);
  for (let row = 0; row < rows; row++) {
    const bar = (rowPrice[row] as number) - edgeWorth;
    if ((scores.best[row] as number) - lowest <= bar) continue;
    const points = scores.read(row);
    bound += beyondPrices(points, columnPrice, bar, none);
  }
  return Number(bound - BigInt(edgeWorth) * BigInt(edges));
}

/** What the edges of a row are worth beyond the prices of their columns and the bar. */
function beyondPrices(points: Int32Array, columnPrice: Float64Array, bar: number, none: number): bigint {
  let beyond = 0;
  let sum = 0n;
  for (let column = 0; column < points.length; column++) {
    const gain = (points[column] as number) - (columnPrice[column] as number);
    if (gain > bar && points[column] !== none) {
      beyond += gain - bar;
      // Whole numbers are exact up to 2^53 only.
      if (beyond > 2 ** 51) {
        sum += BigInt(beyond);
        beyond = 0;
      }
    }
  }
  return sum + BigInt(beyond);
}

function placesAt(prices: Float64Array, places: Int32Array): bigint {
  let sum = 0n;
  places.forEach((count, index) => {
    sum += BigInt(count) * BigInt(prices[index] ?? 0);
  });
  return sum;
}
