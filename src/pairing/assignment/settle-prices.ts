import { bidPrices } from './bid-prices';
import { chooseCandidates } from './choose-candidates';
import { chooseScarceEdges } from './choose-scarce-edges';
import { buildEdgeGraph, extendEdgeGraph, type SparseGraph, type Side } from './build-sparse-graph';
import { emptyPick, pickBestEdges } from './pick-best-edges';
import { MissedEdges, type MissedLimits } from './find-missed-edges';
import { matchBestEdges } from './match-best-edges';
import { leapOver, type ScoreRows } from './read-score-rows';
import { repairEdgeGraph } from './repair-sparse-graph';
import { PathSearch } from './search-augmenting-paths';

/** Best edges kept of every row; of every column half as many. */
const bestKept = 16;
/** Rows that are asked whether rows want different columns. */
const sampled = 64;
/** Missed edges that a row may bring in after the first round; doubled with every round. */
const missedAtFirst = 8;
/** Round in which prices are looked for anew where more than this part of the rows misses edges, and more rows than before. */
const auctionRound = 3;
const manyMissing = 1 / 4;
/** Where more than this part of the rows lacks an edge at first, edges are looked for that fill more places. */
const manyLacking = 1 / 64;
/** Rounds in which only rows that miss an edge bring some in. */
const roundsOfMissing = 5;
/** How often the work says how far it is. */
const stride = 64;

/**
 * The best assignment of the most promising edges, then again and again with the edges it has missed, until no edge of the
 * matrix is worth more than the prices of its row and column unless it is used. `report` is told the share that is done.
 */
export function settlePrices(scores: ScoreRows, report: (share: number) => void): SparseGraph {
  const best = matchBestEdges(scores, (share) => report(0.05 * share));
  if (best !== undefined) return best;
  const guide = guidePrices(scores, (share) => report(0.2 * share));
  let graph = firstGraph(scores, guide, (share) => report(0.2 + 0.5 * share));
  graph = withScarceEdges(scores, graph, (share) => report(0.7 + 0.05 * share));
  let missedEdges = new MissedEdges(scores);
  let missingBefore = 0;
  let left = 0.25;
  for (let round = 1; ; round++) {
    const done = 1 - left;
    left /= 2;
    const more = missedEdges.find(graph, limitsOf(round), (share) => report(done + 0.5 * left * share));
    if (more.count === 0) return graph;
    const missing = more.count / limitsOf(round).perMissing;
    if (round === auctionRound && missing > missingBefore && missing > manyMissing * scores.rows) {
      const prices = bidPrices(scores, (share) => report(done + 0.5 * left * share));
      graph = firstGraph(scores, prices, (share) => report(done + 0.5 * left * (1 + share)));
      missedEdges = new MissedEdges(scores);
    } else {
      graph = extendEdgeGraph(graph, more);
      repairEdgeGraph(new PathSearch(graph), more, (share) => report(done + 0.5 * left * (1 + share)));
    }
    missingBefore = missing;
  }
}

/** The best assignment of the candidates, whose columns begin at the prices where they are given. */
function firstGraph(scores: ScoreRows, prices: Float64Array | undefined, report: (share: number) => void): SparseGraph {
  const choice = { perRow: bestKept, prices: prices ?? new Float64Array(scores.columns) };
  const candidates = chooseCandidates(scores, choice, (share) => report(0.4 * share));
  const graph = buildEdgeGraph(candidates, scores.rowPlaces, scores.columnPlaces);
  if (prices !== undefined) graph.columns.price.set(prices);
  // Nobody may take a place that is not there, whatever the edge is worth.
  for (const side of [graph.rows, graph.columns])
    side.places.forEach((places, node) => places === 0 && (side.price[node] = scores.edgeWorth + scores.greatest));
  const byColumn = prices === undefined && scores.columnTotal < scores.rowTotal;
  fillPlaces(new PathSearch(graph), byColumn, (share) => report(0.4 + 0.6 * share));
  return graph;
}

/** The graph with edges that fill more places, where it leaves many of those unfilled that there are. */
function withScarceEdges(scores: ScoreRows, graph: SparseGraph, report: (share: number) => void): SparseGraph {
  let used = 0;
  for (const one of graph.used) used += one;
  if (Math.min(scores.rowTotal, scores.columnTotal) - used <= manyLacking * scores.rows) return graph;
  const edges = chooseScarceEdges(scores, graph, used);
  if (edges.count === 0) return graph;
  const extended = extendEdgeGraph(graph, edges);
  repairEdgeGraph(new PathSearch(extended), edges, report);
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

/** The least price at which no edge of the node is worth more than both its prices. */
function leastPrice({ worth }: SparseGraph, near: Side, far: Side, node: number): number {
  let price = 0;
  for (let place = near.start[node] as number; place < (near.start[node + 1] as number); place++) {
    const edge = near.edges[place] as number;
    price = Math.max(price, (worth[edge] as number) - (far.price[far.of[edge] as number] as number));
  }
  return price;
}

/**
 * Prices of an auction where rows want the same columns: the best edges of each would otherwise be of no use as candidates.
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
    pickBestEdges(
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
