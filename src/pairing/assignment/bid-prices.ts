import { leapOver, type ScoreRows } from './read-score-rows';

/** How far bids exceed what they must, at first and then less and less (Bertsekas 1988); as a share of the scores' spread. */
const firstShare = 0.1;
const shrink = 5;
/** Bids that one phase may take for each row: prices are a guide here, so an auction that does not end is cut short. */
const bidsPerRow = 12;

/**
 * Prices of columns from an auction in which every row bids for the column that suits it best until each has one. Places
 * and the worth of an edge play no part: the prices say which edges are promising, nothing more.
 */
export function bidPrices(scores: ScoreRows, report: (share: number) => void): Float64Array {
  const { rows, columns } = scores;
  const prices = new Float64Array(columns);
  const owner = new Int32Array(columns);
  const waiting = new Int32Array(rows);
  const leap = leapOver(rows);
  let phase = 0;
  for (let step = Math.ceil(firstShare * scores.greatest) + 1; ; step = Math.ceil(step / shrink)) {
    owner.fill(-1);
    let count = 0;
    for (let turn = 0, row = 0; turn < rows; turn++, row = (row + leap) % rows) waiting[count++] = row;
    for (let bids = bidsPerRow * rows; bids > 0 && count > 0; bids--) {
      const row = waiting[--count] as number;
      const column = bid(scores, row, prices, step);
      if (column < 0) continue;
      const before = owner[column] as number;
      owner[column] = row;
      if (before >= 0) waiting[count++] = before;
    }
    report(++phase / (phase + 1));
    if (step === 1) return prices;
  }
}

/** The column that suits best, at its new price; -1 where none is allowed. */
function bid(scores: ScoreRows, row: number, prices: Float64Array, step: number): number {
  const { none } = scores;
  const points = scores.read(row);
  let best = -Infinity;
  let second = -Infinity;
  let chosen = -1;
  for (let column = 0; column < points.length; column++) {
    const gain = (points[column] as number) - (prices[column] as number);
    if (gain <= second || points[column] === none) continue;
    if (gain > best) {
      second = best;
      best = gain;
      chosen = column;
    } else second = gain;
  }
  if (chosen >= 0) prices[chosen] = (prices[chosen] as number) + (second === -Infinity ? 0 : best - second) + step;
  return chosen;
}
