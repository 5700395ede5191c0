import { usableCapacities, type AssignmentProblem, type Edge } from '../../src/pairing/assignment/assignment';

/**
 * The oracle of the tests: the plain dense method of Jonker and Volgenant (1987), every edge looked at in every step. Slow,
 * short and written before the engine that is held against it.
 */
export function solveDensely(problem: AssignmentProblem): { readonly edges: readonly Edge[]; readonly total: number } {
  const search = new DensePaths(problem);
  for (let row = 0; row < problem.rows; row++) search.fillRow(row);
  const edges: Edge[] = [];
  let total = 0;
  for (let row = 0; row < problem.rows; row++) {
    for (let column = 0; column < problem.columns; column++) {
      const edge = row * problem.columns + column;
      if (search.used[edge] === 0) continue;
      edges.push([row, column]);
      total += problem.score[edge] as number;
    }
  }
  return { edges, total };
}

function worthOf({ rows, columns, score, forbidden }: AssignmentProblem): number {
  let greatest = 0;
  for (const one of score) if (one !== forbidden) greatest = Math.max(greatest, Math.abs(one));
  return 2 * greatest * rows * columns + 1;
}

/**
 * Invariants between two calls of `fillRow`, w being the worth of an edge: w <= row price + column price for an edge not
 * used, w >= for one that is; a place that is free in a column, or in a row already filled, has price 0.
 */
class DensePaths {
  readonly used: Uint8Array;
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
  private readonly worth: number;
  private readonly rowCapacity: Int32Array;
  private readonly columnCapacity: Int32Array;
  private readonly rowsOfColumn: number[][];
  private readonly columnDistance: Float64Array;
  private readonly rowDistance: Float64Array;
  private readonly rowBefore: Int32Array;
  private readonly columnBefore: Int32Array;
  private readonly openColumns: Int32Array;

  constructor(private readonly problem: AssignmentProblem) {
    const { rows, columns } = problem;
    this.worth = worthOf(problem);
    this.used = new Uint8Array(rows * columns);
    this.rowCapacity = usableCapacities(problem.rowCapacity, rows, columns);
    this.columnCapacity = usableCapacities(problem.columnCapacity, columns, rows);
    this.rowPrice = new Float64Array(rows);
    // A column without places is priced out of reach of every row.
    this.columnPrice = Float64Array.from(this.columnCapacity, (places) => (places === 0 ? 2 * this.worth : 0));
    this.rowsOfColumn = Array.from({ length: columns }, () => []);
    this.columnDistance = new Float64Array(columns);
    this.rowDistance = new Float64Array(rows);
    this.rowBefore = new Int32Array(columns);
    this.columnBefore = new Int32Array(rows);
    this.openColumns = new Int32Array(columns);
  }

  /** Gives the row as many edges as pay, moving and giving up edges of earlier rows where that pays more. */
  fillRow(row: number): void {
    const { columns, score, forbidden } = this.problem;
    let price = 0;
    for (let column = 0; column < columns; column++) {
      const points = score[row * columns + column] as number;
      if (points !== forbidden) price = Math.max(price, this.worth + points - (this.columnPrice[column] as number));
    }
    this.rowPrice[row] = price;
    const places = this.rowCapacity[row] as number;
    for (let place = 0; place < places; place++) if (!this.addEdge(row)) return;
  }

  /** Looks for the cheapest way to one more edge in the row (Dijkstra); false where leaving the place empty is as cheap. */
  private addEdge(start: number): boolean {
    const { columns, score, forbidden } = this.problem;
    const { used, columnDistance, columnPrice, columnCapacity, rowBefore, rowsOfColumn, openColumns } = this;
    columnDistance.fill(Infinity);
    this.rowDistance.fill(Infinity);
    for (let column = 0; column < columns; column++) openColumns[column] = column;
    let open = columns;
    const seenRows: number[] = [];
    const closedColumns: number[] = [];
    const waiting: number[] = [];
    let best = Infinity;
    let endColumn = -1;
    let endRow = start;
    let row = start;
    this.rowDistance[start] = 0;

    for (;;) {
      let nearest = -1;
      let distance = Infinity;
      if (row >= 0) {
        const reached = this.rowDistance[row] as number;
        const price = this.rowPrice[row] as number;
        seenRows.push(row);
        if (reached + price < best) {
          best = reached + price;
          endRow = row;
          endColumn = -1;
        }
        const base = reached + price - this.worth;
        const offset = row * columns;
        for (let index = 0; index < open; index++) {
          const column = openColumns[index] as number;
          const points = score[offset + column] as number;
          let length = columnDistance[column] as number;
          if (points !== forbidden && used[offset + column] === 0) {
            const reachedBy = base - points + (columnPrice[column] as number);
            if (reachedBy < length) {
              length = reachedBy;
              columnDistance[column] = length;
              rowBefore[column] = row;
              if (length < best && (rowsOfColumn[column] as number[]).length < (columnCapacity[column] as number)) {
                best = length;
                endColumn = column;
              }
            }
          }
          if (length < distance) {
            distance = length;
            nearest = index;
          }
        }
      } else {
        for (let index = 0; index < open; index++) {
          const length = columnDistance[openColumns[index] as number] as number;
          if (length < distance) {
            distance = length;
            nearest = index;
          }
        }
      }

      const next = this.nearestWaiting(waiting);
      const nextDistance = next < 0 ? Infinity : (this.rowDistance[waiting[next] as number] as number);
      if (best <= Math.min(distance, nextDistance)) break;
      if (nextDistance <= distance) {
        row = takeAt(waiting, next);
        continue;
      }
      const column = openColumns[nearest] as number;
      openColumns[nearest] = openColumns[--open] as number;
      closedColumns.push(column);
      this.reachRows(column, waiting);
      const ready = waiting.findIndex((one) => this.rowDistance[one] === distance);
      row = ready < 0 ? -1 : takeAt(waiting, ready);
    }

    for (const seen of seenRows) {
      const distance = this.rowDistance[seen] as number;
      if (distance < best) this.rowPrice[seen] = (this.rowPrice[seen] as number) - (best - distance);
    }
    for (const column of closedColumns) {
      columnPrice[column] = (columnPrice[column] as number) + best - (columnDistance[column] as number);
    }
    return this.follow(start, endRow, endColumn);
  }

  /** From a full column the way leads on to the rows that have an edge in it and could give it up. */
  private reachRows(column: number, waiting: number[]): void {
    const { columns, score } = this.problem;
    for (const row of this.rowsOfColumn[column] as number[]) {
      const edge = row * columns + column;
      const gain =
        this.worth + (score[edge] as number) - (this.rowPrice[row] as number) - (this.columnPrice[column] as number);
      const length = (this.columnDistance[column] as number) + gain;
      if (length < (this.rowDistance[row] as number)) {
        if (this.rowDistance[row] === Infinity) waiting.push(row);
        this.rowDistance[row] = length;
        this.columnBefore[row] = column;
      }
    }
  }

  private nearestWaiting(waiting: readonly number[]): number {
    let nearest = -1;
    let distance = Infinity;
    for (let index = 0; index < waiting.length; index++) {
      const length = this.rowDistance[waiting[index] as number] as number;
      if (length < distance) {
        distance = length;
        nearest = index;
      }
    }
    return nearest;
  }

  /** Walks the way back from its end and swaps the edges along it. */
  private follow(start: number, endRow: number, endColumn: number): boolean {
    let column = endColumn;
    if (column < 0) {
      if (endRow === start) return false;
      column = this.columnBefore[endRow] as number;
      this.giveUp(endRow, column);
    }
    for (;;) {
      const row = this.rowBefore[column] as number;
      this.used[row * this.problem.columns + column] = 1;
      (this.rowsOfColumn[column] as number[]).push(row);
      if (row === start) return true;
      column = this.columnBefore[row] as number;
      this.giveUp(row, column);
    }
  }

  private giveUp(row: number, column: number): void {
    this.used[row * this.problem.columns + column] = 0;
    const holders = this.rowsOfColumn[column] as number[];
    takeAt(holders, holders.indexOf(row));
  }
}

function takeAt(list: number[], index: number): number {
  const taken = list[index] as number;
  list[index] = list[list.length - 1] as number;
  list.pop();
  return taken;
}
