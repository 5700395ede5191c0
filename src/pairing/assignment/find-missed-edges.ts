import { EdgeList, type SparseGraph } from './build-sparse-graph';
import { emptyPick, pickBestEdges } from './pick-best-edges';
import type { ScoreRows } from './read-score-rows';

const stride = 64;

/** How many edges a row brings in: one that misses an edge, and any other. */
export interface MissedLimits {
  readonly perMissing: number;
  readonly perOther: number;
}

/**
 * Looks for edges outside a graph that are worth more than the prices of their row and column. What was seen to be in order
 * stays so until a price falls: only rows and columns whose prices fell since are looked at again.
 */
export class MissedEdges {
  private readonly rowSeen: Float64Array;
  private readonly columnSeen: Float64Array;

  constructor(private readonly scores: ScoreRows) {
    this.rowSeen = new Float64Array(scores.rows).fill(Infinity);
    this.columnSeen = new Float64Array(scores.columns);
  }

  /**
   * The missed edges, and with them the next best of their rows, so that prices that move a little do not bring the same rows
   * back in every round. None where no row misses any.
   */
  find(graph: SparseGraph, { perMissing, perOther }: MissedLimits, report: (share: number) => void): EdgeList {
    const { scores, rowSeen, columnSeen } = this;
    const { rows, columns } = graph;
    const more = new EdgeList();
    const picked = emptyPick(Math.min(perMissing, scores.columns));
    const barred = new Float64Array(scores.columns);
    const fallen = fallenOf(columns.price, columnSeen);
    const lowest = columns.price.reduce((least, price) => Math.min(least, price), Infinity);
    let missing = false;
    for (let row = 0; row < rows.count; row++) {
      if (row % stride === 0) report(row / rows.count);
      if ((scores.rowPlaces[row] as number) === 0) continue;
      const isFallen = (rows.price[row] as number) < (rowSeen[row] as number);
      rowSeen[row] = rows.price[row] as number;
      if (!isFallen && fallen.length === 0 && perOther === 0) continue;
      const top = (scores.best[row] as number) - lowest;
      const pays = top > (rows.price[row] as number) - scores.edgeWorth;
      if (!pays && perOther === 0) continue;
      const points = scores.read(row);
      const misses =
        pays && (isFallen ? this.missesAny(graph, row, points) : this.missesOneOf(graph, row, points, fallen));
      missing ||= misses;
      const most = Math.min(misses ? perMissing : perOther, scores.columns);
      if (most === 0) continue;
      // More may be missed than is brought in: the row is looked at again.
      if (misses) rowSeen[row] = Infinity;
      barred.set(columns.price);
      for (let edge = rows.start[row] as number; edge < (rows.start[row + 1] as number); edge++)
        barred[columns.of[edge] as number] = Infinity;
      pickBestEdges(points, barred, { none: scores.none, most, from: (row * 7919) % scores.columns, top }, picked);
      for (let index = 0; index < picked.count; index++) {
        const column = picked.columns[index] as number;
        more.add(row, column, scores.edgeWorth + (points[column] as number));
      }
    }
    columnSeen.set(columns.price);
    return missing ? more : new EdgeList();
  }

  private missesAny(graph: SparseGraph, row: number, points: Int32Array): boolean {
    const bar = (graph.rows.price[row] as number) - this.scores.edgeWorth;
    const { price } = graph.columns;
    for (let column = 0; column < points.length; column++)
      if ((points[column] as number) - (price[column] as number) > bar && this.isMissed(graph, row, points, column))
        return true;
    return false;
  }

  private missesOneOf(graph: SparseGraph, row: number, points: Int32Array, fallen: readonly number[]): boolean {
    const bar = (graph.rows.price[row] as number) - this.scores.edgeWorth;
    const { price } = graph.columns;
    for (const column of fallen)
      if ((points[column] as number) - (price[column] as number) > bar && this.isMissed(graph, row, points, column))
        return true;
    return false;
  }

  /** A used edge may be worth more than its prices; one of the graph that is not used never is. */
  private isMissed({ rows, columns }: SparseGraph, row: number, points: Int32Array, column: number): boolean {
    if (points[column] === this.scores.none) return false;
    let edge = rows.firstUsed[row] as number;
    while (edge >= 0 && columns.of[edge] !== column) edge = rows.nextUsed[edge] as number;
    return edge < 0;
  }
}

function fallenOf(price: Float64Array, seen: Float64Array): number[] {
  const fallen: number[] = [];
  for (let column = 0; column < price.length; column++)
    if ((price[column] as number) < (seen[column] as number)) fallen.push(column);
  return fallen;
}
