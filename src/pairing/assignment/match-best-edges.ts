import { buildEdgeGraph, EdgeList, useEdge, type SparseGraph } from './build-sparse-graph';
import { countOthers, orderByChoices } from './order-by-choices';
import { leapOver, noScore, type ScoreRows } from './read-score-rows';

const stride = 64;
/** Given up where more than this part of the rows finds its best edges taken. */
const mostLeft = 1 / 64;

/**
 * The assignment that gives every row an edge of its greatest score, where one is soon found: no price of a column is needed to
 * prove it. Rows of few such edges take theirs first, which also finds the only way there is through nested choices. Undefined
 * where it is not found, and where a row has several places.
 */
export function matchBestEdges(scores: ScoreRows, report: (share: number) => void): SparseGraph | undefined {
  if (scores.rowPlaces.some((places) => places > 1)) return undefined;
  const choices = countBestEdges(scores, (share) => report(0.5 * share));
  if (choices === undefined) return undefined;
  const match = new BestEdges(scores);
  let left = mostLeft * scores.rows;
  const order = orderByChoices(choices, scores.columns);
  for (let turn = 0; turn < order.length; turn++) {
    if (turn % stride === 0) report(0.5 + (0.5 * turn) / order.length);
    const row = order[turn] as number;
    if (!match.take(row) && (--left < 0 || !match.makeRoom(row))) return undefined;
  }
  return useAll(scores, match.columnOf);
}

/** How many edges of its greatest score each row has, 0 where it may have none; undefined where many rows have one only, and the same. */
function countBestEdges(scores: ScoreRows, report: (share: number) => void): Int32Array | undefined {
  const { rows, best, rowPlaces } = scores;
  const choices = new Int32Array(rows);
  const free = scores.columnPlaces.slice();
  let left = mostLeft * rows;
  const leap = leapOver(rows);
  for (let turn = 0, row = 0; turn < rows; turn++, row = (row + leap) % rows) {
    if (turn % stride === 0) report(turn / rows);
    if (rowPlaces[row] === 0 || best[row] === noScore) continue;
    const points = scores.read(row);
    const top = best[row] as number;
    const count = points.length - countOthers(points, top);
    choices[row] = count;
    if (count > 1) continue;
    const column = points.indexOf(top);
    free[column] = (free[column] as number) - 1;
    if (free[column] < 0 && --left < 0) return undefined;
  }
  return choices;
}

/** Rows, each with an edge of its greatest score or none yet. */
class BestEdges {
  readonly columnOf: Int32Array;
  private readonly free: Int32Array;
  private readonly holders: number[][];
  private readonly seenFor: Int32Array;
  private readonly reachedFrom: Int32Array;
  /** Rows that may still be read to make room. */
  private reads: number;

  constructor(private readonly scores: ScoreRows) {
    const { rows, columns, columnPlaces } = scores;
    this.columnOf = new Int32Array(rows).fill(-1);
    this.free = columnPlaces.slice();
    this.holders = Array.from({ length: columns }, () => []);
    this.seenFor = new Int32Array(columns).fill(-1);
    this.reachedFrom = new Int32Array(columns);
    this.reads = rows;
  }

  /** Gives the row an edge of a free column; false where there is none. */
  take(row: number): boolean {
    const { scores, free } = this;
    const points = scores.read(row);
    const top = scores.best[row] as number;
    const from = (row * 7919) % points.length;
    for (let turn = 0; turn < 2; turn++) {
      const end = turn === 0 ? points.length : from;
      for (let column = turn === 0 ? from : 0; column < end; column++)
        if (points[column] === top && (free[column] as number) > 0) {
          this.hold(row, column);
          return true;
        }
    }
    return false;
  }

  /** Gives the row an edge by moving others, along the shortest chain; false where there is none, or it takes too much reading. */
  makeRoom(start: number): boolean {
    const { scores, free, holders, seenFor, reachedFrom } = this;
    const queue = [start];
    for (let next = 0; next < queue.length && this.reads > 0; next++, this.reads--) {
      const row = queue[next] as number;
      const points = scores.read(row);
      const top = scores.best[row] as number;
      for (let column = 0; column < points.length; column++) {
        if (points[column] !== top || seenFor[column] === start) continue;
        seenFor[column] = start;
        reachedFrom[column] = row;
        if ((free[column] as number) > 0) {
          this.moveAlong(start, column);
          return true;
        }
        queue.push(...(holders[column] as number[]));
      }
    }
    return false;
  }

  private moveAlong(start: number, end: number): void {
    for (let column = end; ;) {
      const row = this.reachedFrom[column] as number;
      const before = this.columnOf[row] as number;
      if (row !== start) {
        const holders = this.holders[before] as number[];
        holders.splice(holders.indexOf(row), 1);
        this.free[before] = (this.free[before] as number) + 1;
      }
      this.hold(row, column);
      if (row === start) return;
      column = before;
    }
  }

  private hold(row: number, column: number): void {
    this.columnOf[row] = column;
    this.free[column] = (this.free[column] as number) - 1;
    (this.holders[column] as number[]).push(row);
  }
}

/** All these edges used, columns priced at nothing. Nobody may take a place that is not there, whatever the edge is worth. */
function useAll(scores: ScoreRows, columnOf: Int32Array): SparseGraph {
  const edges = new EdgeList();
  columnOf.forEach((column, row) => {
    if (column >= 0) edges.add(row, column, scores.edgeWorth + (scores.best[row] as number));
  });
  const graph = buildEdgeGraph(edges, scores.rowPlaces, scores.columnPlaces);
  const beyond = scores.edgeWorth + scores.greatest;
  for (const { places, price } of [graph.rows, graph.columns])
    places.forEach((count, node) => count === 0 && (price[node] = beyond));
  for (let edge = 0; edge < edges.count; edge++) {
    useEdge(graph, edge);
    graph.rows.price[graph.rows.of[edge] as number] = graph.worth[edge] as number;
  }
  return graph;
}
