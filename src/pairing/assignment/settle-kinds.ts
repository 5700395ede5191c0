/**
 * A transportation problem between kinds of rows and kinds of columns with their places: shortest augmenting paths (Edmonds and Karp 1972), as many
 * places at once as a path has room for. Kept between two searches, w being the worth of an edge: w <= row price + column price, and equal where
 * something flows; a place is free only at the price 0, or before its row is filled.
 */
export class KindFlow {
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
  private readonly flow: readonly Int32Array[];
  private readonly rowFrom: Int32Array;
  private readonly columnFrom: Int32Array;

  /** `worth`: by row, 0 where an edge is forbidden, else above 0. */
  constructor(
    private readonly worth: readonly Float64Array[],
    private readonly rowPlaces: Int32Array,
    private readonly columnPlaces: Int32Array,
  ) {
    this.flow = worth.map(() => new Int32Array(columnPlaces.length));
    this.rowPrice = Float64Array.from(worth, (edges) => edges.reduce((most, one) => Math.max(most, one), 0));
    this.columnPrice = new Float64Array(columnPlaces.length);
    this.rowFrom = new Int32Array(worth.length);
    this.columnFrom = new Int32Array(columnPlaces.length);
  }

  /** Fills the places of all rows as far as it pays. `beyond`: a price that no edge is worth, for columns that have no place. */
  fill(beyond: number): void {
    const { rowPlaces, rowPrice } = this;
    this.columnPlaces.forEach((places, column) => places === 0 && (this.columnPrice[column] = beyond));
    for (let row = 0; row < rowPlaces.length; row++)
      while ((rowPlaces[row] as number) > 0 && (rowPrice[row] as number) > 0) this.push(row);
  }

  /** Tells what flows between kinds, and what each edge of it is worth. */
  each(tell: (row: number, column: number, count: number, worth: number) => void): void {
    this.flow.forEach((counts, row) => {
      counts.forEach((count, column) => {
        if (count > 0) tell(row, column, count, this.worth[row]?.[column] as number);
      });
    });
  }

  /** One path from a row with free places to free ones of a column, or to a row that leaves as many empty at no loss; prices follow. */
  private push(start: number): void {
    const { worth, flow, rowPrice, columnPrice, rowPlaces, columnPlaces, rowFrom, columnFrom } = this;
    const [rows, columns] = [rowPlaces.length, columnPlaces.length];
    const rowDistance = new Float64Array(rows).fill(Infinity);
    const columnDistance = new Float64Array(columns).fill(Infinity);
    const closed = new Uint8Array(columns);
    const waiting = [start];
    const reached: number[] = [];
    rowDistance[start] = 0;
    rowFrom[start] = -1;
    let best = Infinity;
    let endRow = -1;
    let endColumn = -1;
    for (;;) {
      for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
        reached.push(row);
        const base = (rowDistance[row] as number) + (rowPrice[row] as number);
        if (base < best) {
          best = base;
          endRow = row;
          endColumn = -1;
        }
        const edges = worth[row] as Float64Array;
        for (let column = 0; column < columns; column++) {
          const one = edges[column] as number;
          const length = base + (columnPrice[column] as number) - one;
          if (one === 0 || length >= (columnDistance[column] as number)) continue;
          columnDistance[column] = length;
          columnFrom[column] = row;
        }
      }
      let next = -1;
      let least = best;
      for (let column = 0; column < columns; column++)
        if (closed[column] === 0 && (columnDistance[column] as number) < least) {
          least = columnDistance[column] as number;
          next = column;
        }
      if (next < 0) break;
      if ((columnPlaces[next] as number) > 0) {
        best = least;
        endColumn = next;
        break;
      }
      closed[next] = 1;
      for (let row = 0; row < rows; row++) {
        if ((flow[row]?.[next] as number) === 0 || rowDistance[row] !== Infinity) continue;
        rowDistance[row] = least;
        rowFrom[row] = next;
        waiting.push(row);
      }
    }
    for (const row of reached)
      rowPrice[row] = (rowPrice[row] as number) - Math.max(0, best - (rowDistance[row] as number));
    for (let column = 0; column < columns; column++)
      if (closed[column] === 1)
        columnPrice[column] = (columnPrice[column] as number) + Math.max(0, best - (columnDistance[column] as number));
    if (endColumn >= 0) this.move(start, columnFrom[endColumn] as number, endColumn);
    else if (endRow !== start) this.move(start, endRow, -1);
  }

  /** Moves as much as there is room for along the path that ends at the row, and from there at a column with free places. */
  private move(start: number, last: number, end: number): void {
    const { flow, rowPlaces, columnPlaces, rowFrom, columnFrom } = this;
    let room = Math.min(rowPlaces[start] as number, end >= 0 ? (columnPlaces[end] as number) : Infinity);
    for (let row = last; row !== start; row = columnFrom[rowFrom[row] as number] as number)
      room = Math.min(room, flow[row]?.[rowFrom[row] as number] as number);
    const add = (row: number, column: number, count: number): void => {
      const counts = flow[row] as Int32Array;
      counts[column] = (counts[column] as number) + count;
    };
    if (end >= 0) {
      add(last, end, room);
      columnPlaces[end] = (columnPlaces[end] as number) - room;
    } else rowPlaces[last] = (rowPlaces[last] as number) + room;
    rowPlaces[start] = (rowPlaces[start] as number) - room;
    for (let row = last; row !== start;) {
      const column = rowFrom[row] as number;
      add(row, column, -room);
      row = columnFrom[column] as number;
      add(row, column, room);
    }
  }
}
