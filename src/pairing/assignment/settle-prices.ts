import { bidPrices } from './bid-prices';
import { chooseCandidates } from './choose-candidates';
import { chooseScarceCells } from './choose-scarce-cells';
import { buildCellGraph, extendCellGraph, type CellGraph, type Side } from './build-cell-graph';
import { emptyPick, pickBestCells } from './pick-best-cells';
import { MissedCells, type MissedLimits } from './find-missed-cells';
import { matchBestCells } from './match-best-cells';
import { leapOver, type ScoreRows } from './read-score-rows';
import { repairCellGraph } from './repair-cell-graph';
import { PathSearch } from './search-cell-paths';

/** Best cells kept of every row; of every column half as many. */
const bestKept = 16;
/** Rows that are asked whether rows want different columns. */
const sampled = 64;
/** Missed cells that a row may bring in after the first round; doubled with every round. */
const missedAtFirst = 8;
/** Round in which prices are looked for anew where more than this part of the rows misses cells, and more rows than before. */
const auctionRound = 3;
const manyMissing = 1 / 4;
/** Where more than this part of the rows lacks a cell at first, cells are looked for that fill more places. */
const manyLacking = 1 / 64;
/** Rounds in which only rows that miss a cell bring some in. */
const roundsOfMissing = 5;
/** How often the work says how far it is. */
const stride = 64;

/**
 * The best assignment of the most promising cells, then again and again with the cells it has missed, until no cell of the
 * matrix is worth more than the prices of its row and column unless it is used. `report` is told the share that is done.
 */
export function settlePrices(scores: ScoreRows, report: (share: number) => void): CellGraph {
  const best = matchBestCells(scores, (share) => report(0.05 * share));
  if (best !== undefined) return best;
  const guide = guidePrices(scores, (share) => report(0.2 * share));
  let graph = firstGraph(scores, guide, (share) => report(0.2 + 0.5 * share));
  graph = withScarceCells(scores, graph, (share) => report(0.7 + 0.05 * share));
  let missedCells = new MissedCells(scores);
  let missingBefore = 0;
  let left = 0.25;
  for (let round = 1; ; round++) {
    const done = 1 - left;
    left /= 2;
    const more = missedCells.find(graph, limitsOf(round), (share) => report(done + 0.5 * left * share));
    if (more.count === 0) return graph;
    const missing = more.count / limitsOf(round).perMissing;
    if (round === auctionRound && missing > missingBefore && missing > manyMissing * scores.rows) {
      const prices = bidPrices(scores, (share) => report(done + 0.5 * left * share));
      graph = firstGraph(scores, prices, (share) => report(done + 0.5 * left * (1 + share)));
      missedCells = new MissedCells(scores);
    } else {
      graph = extendCellGraph(graph, more);
      repairCellGraph(new PathSearch(graph), more, (share) => report(done + 0.5 * left * (1 + share)));
    }
    missingBefore = missing;
  }
}

/** The best assignment of the candidates, whose columns begin at the prices where they are given. */
function firstGraph(scores: ScoreRows, prices: Float64Array | undefined, report: (share: number) => void): CellGraph {
  const choice = { perRow: bestKept, prices: prices ?? new Float64Array(scores.columns) };
  const candidates = chooseCandidates(scores, choice, (share) => report(0.4 * share));
  const graph = buildCellGraph(candidates, scores.rowPlaces, scores.columnPlaces);
  if (prices !== undefined) graph.columns.price.set(prices);
  // Nobody may take a place that is not there, whatever the cell is worth.
  for (const side of [graph.rows, graph.columns])
    side.places.forEach((places, node) => places === 0 && (side.price[node] = scores.cellWorth + scores.greatest));
  const byColumn = prices === undefined && scores.columnTotal < scores.rowTotal;
  fillPlaces(new PathSearch(graph), byColumn, (share) => report(0.4 + 0.6 * share));
  return graph;
}

/** The graph with cells that fill more places, where it leaves many of those unfilled that there are. */
function withScarceCells(scores: ScoreRows, graph: CellGraph, report: (share: number) => void): CellGraph {
  let used = 0;
  for (const one of graph.used) used += one;
  if (Math.min(scores.rowTotal, scores.columnTotal) - used <= manyLacking * scores.rows) return graph;
  const cells = chooseScarceCells(scores, graph, used);
  if (cells.count === 0) return graph;
  const extended = extendCellGraph(graph, cells);
  repairCellGraph(new PathSearch(extended), cells, report);
  return extended;
}

/** Opens one node after the other of the rows, or of the columns, and fills its places; then what the other side still lacks. */
function fillPlaces(search: PathSearch, byColumn: boolean, report: (share: number) => void): void {
  const { rows, columns } = search.graph;
  const [near, far] = byColumn ? [columns, rows] : [rows, columns];
  for (let node = 0; node < near.count; node++) {
    if (node % stride === 0) report(node / near.count);
    if ((near.places[node] as number) === 0) continue;
    near.price[node] = leastPrice(search.graph, near, far, node);
    search.fill(near, far, node);
  }
  for (let node = 0; node < far.count; node++) search.fill(far, near, node);
}

/** The least price at which no cell of the node is worth more than both its prices. */
function leastPrice({ worth }: CellGraph, near: Side, far: Side, node: number): number {
  let price = 0;
  for (let place = near.start[node] as number; place < (near.start[node + 1] as number); place++) {
    const cell = near.cells[place] as number;
    price = Math.max(price, (worth[cell] as number) - (far.price[far.of[cell] as number] as number));
  }
  return price;
}

/**
 * Prices of an auction where rows want the same columns: the best cells of each would otherwise be of no use as candidates.
 * Undefined where rows want different columns anyway.
 */
function guidePrices(scores: ScoreRows, report: (share: number) => void): Float64Array | undefined {
  if (scores.rows < sampled || scores.columns < sampled || wantsDiffer(scores)) return undefined;
  return bidPrices(scores, report);
}

/** More in every round, and in the end for rows that miss nothing as well, so that the rounds are few. */
function limitsOf(round: number): MissedLimits {
  const perMissing = missedAtFirst * 2 ** (round - 1);
  return { perMissing, perOther: round > roundsOfMissing ? perMissing / 16 : 0 };
}

/** Whether a few rows want about as many different columns as they would by chance. */
function wantsDiffer(scores: ScoreRows): boolean {
  const picked = emptyPick(bestKept);
  const prices = new Float64Array(scores.columns);
  const wanted = new Uint8Array(scores.columns);
  let picks = 0;
  let different = 0;
  const leap = leapOver(scores.rows);
  for (let turn = 0, row = 0; turn < sampled; turn++, row = (row + leap) % scores.rows) {
    const from = (row * leap) % scores.columns;
    pickBestCells(
      scores.read(row),
      prices,
      { none: scores.none, most: bestKept, from, top: scores.best[row] as number },
      picked,
    );
    picks += picked.count;
    for (let index = 0; index < picked.count; index++) {
      const column = picked.columns[index] as number;
      if (wanted[column] === 0) different++;
      wanted[column] = 1;
    }
  }
  return different > 0.3 * scores.columns * (1 - Math.exp(-picks / scores.columns));
}
