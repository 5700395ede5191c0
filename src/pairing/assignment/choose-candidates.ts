import { EdgeList } from './build-sparse-graph';
import { emptyPick, pickBestEdges } from './pick-best-edges';
import { leapOver, type ScoreRows } from './read-score-rows';

const stride = 64;

/** How many edges are kept of every row, and the prices of columns that scores are held against. */
export interface CandidateChoice {
  readonly perRow: number;
  readonly prices: Float64Array;
}

/** The best edges of every row and of every column: most of those that the best assignment uses are among them. */
export function chooseCandidates(
  scores: ScoreRows,
  { perRow, prices }: CandidateChoice,
  report: (share: number) => void,
): EdgeList {
  const { rows, columns, rowPlaces, columnPlaces, edgeWorth } = scores;
  const edges = new EdgeList();
  const barred = prices.map((price, column) => (columnPlaces[column] === 0 ? Infinity : price));
  const lowest = prices.reduce((least, price) => Math.min(least, price), Infinity);
  const picked = emptyPick(perRow);
  const best = new BestOfColumns(columns, Math.ceil(perRow / 2));
  const picks = new Int32Array(rows * perRow).fill(-1);
  // Rows are met in leaps: scores that rise from row to row would otherwise push each other out of every list.
  const guided = prices.some((price) => price > 0);
  const leap = leapOver(rows);
  for (let turn = 0, row = 0; turn < rows; turn++, row = (row + leap) % rows) {
    if (turn % stride === 0) {
      report(turn / rows);
      best.lowerBar();
    }
    if (rowPlaces[row] === 0) continue;
    const points = scores.read(row);
    const top = (scores.best[row] as number) - lowest;
    pickBestEdges(points, barred, { none: scores.none, most: perRow, from: (row * leap) % columns, top }, picked);
    let greatest = guided ? -Infinity : 0;
    for (let index = 0; index < picked.count; index++) {
      const column = picked.columns[index] as number;
      picks[row * perRow + index] = column;
      edges.add(row, column, edgeWorth + (points[column] as number));
      if (guided) greatest = Math.max(greatest, picked.gains[index] as number);
    }
    if (picked.count > 0) best.offer(row, points, greatest, scores);
  }
  for (let column = 0; column < columns; column++) {
    if (columnPlaces[column] === 0) continue;
    for (let place = column * best.most; place < (column + 1) * best.most; place++) {
      const row = best.row[place] as number;
      if (row < 0 || isPicked(picks, row * perRow, (row + 1) * perRow, column)) continue;
      edges.add(row, column, edgeWorth + (best.score[place] as number));
    }
  }
  return edges;
}

function isPicked(picks: Int32Array, from: number, to: number, column: number): boolean {
  for (let place = from; place < to; place++) if (picks[place] === column) return true;
  return false;
}

/** The rows met that miss least by taking a column, so many of each column: a heap whose worst bars others. */
class BestOfColumns {
  readonly score: Int32Array;
  readonly row: Int32Array;
  private readonly gain: Float64Array;
  private readonly bar: Float64Array;
  /** No column takes a gain up to this one. */
  private lowest = -Infinity;

  constructor(
    columns: number,
    readonly most: number,
  ) {
    this.score = new Int32Array(columns * most);
    this.row = new Int32Array(columns * most).fill(-1);
    this.gain = new Float64Array(columns * most).fill(-Infinity);
    this.bar = new Float64Array(columns).fill(-Infinity);
  }

  /** Looks anew for what no column takes any more; rows that cannot gain more are passed over. */
  lowerBar(): void {
    this.lowest = this.bar.reduce((least, one) => Math.min(least, one), Infinity);
  }

  offer(row: number, points: Int32Array, greatest: number, { best, none }: ScoreRows): void {
    if ((best[row] as number) - greatest <= this.lowest) return;
    const { bar } = this;
    for (let column = 0; column < points.length; column++) {
      const gain = (points[column] as number) - greatest;
      if (gain > (bar[column] as number) && points[column] !== none)
        this.put(column, row, points[column] as number, gain);
    }
  }

  private put(column: number, row: number, points: number, gain: number): void {
    const { score, row: rows, gain: gains, most } = this;
    const base = column * most;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= most) break;
      if (below + 1 < most && (gains[base + below + 1] as number) < (gains[base + below] as number)) below++;
      if ((gains[base + below] as number) >= gain) break;
      gains[base + place] = gains[base + below] as number;
      score[base + place] = score[base + below] as number;
      rows[base + place] = rows[base + below] as number;
      place = below;
    }
    gains[base + place] = gain;
    score[base + place] = points;
    rows[base + place] = row;
    this.bar[column] = gains[base] as number;
  }
}
