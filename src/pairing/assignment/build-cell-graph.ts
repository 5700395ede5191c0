/**
 * Rows or columns of a graph of cells: what each is priced at, the places it has left, its cells and those of them that
 * are used (a linked list), and the marks of the search under way.
 */
export interface Side {
  readonly count: number;
  readonly price: Float64Array;
  readonly places: Int32Array;
  readonly start: Int32Array;
  readonly cells: Int32Array;
  /** Which row, or column, each cell lies in. */
  readonly of: Int32Array;
  readonly firstUsed: Int32Array;
  readonly nextUsed: Int32Array;
  readonly previousUsed: Int32Array;
  readonly distance: Float64Array;
  readonly seen: Int32Array;
  /** The cell by which the search came here. */
  readonly via: Int32Array;
}

/** A few of the cells of a matrix, by row, with what each is worth. */
export interface CellGraph {
  readonly rows: Side;
  readonly columns: Side;
  readonly worth: Float64Array;
  readonly used: Uint8Array;
}

/** Cells as they are gathered, in any order, none twice. */
export class CellList {
  row = new Int32Array(1024);
  column = new Int32Array(1024);
  worth = new Float64Array(1024);
  count = 0;

  add(row: number, column: number, worth: number): void {
    if (this.count === this.row.length) {
      this.row = enlarged(this.row, new Int32Array(this.count * 2));
      this.column = enlarged(this.column, new Int32Array(this.count * 2));
      this.worth = enlarged(this.worth, new Float64Array(this.count * 2));
    }
    this.row[this.count] = row;
    this.column[this.count] = column;
    this.worth[this.count++] = worth;
  }
}

/** The graph of the cells, none used yet. */
export function buildCellGraph(cells: CellList, rowPlaces: Int32Array, columnPlaces: Int32Array): CellGraph {
  return linkCells(
    cells,
    { price: new Float64Array(rowPlaces.length), places: rowPlaces.slice() },
    { price: new Float64Array(columnPlaces.length), places: columnPlaces.slice() },
  );
}

/** The graph with more cells, those used and the prices as they were. */
export function extendCellGraph(graph: CellGraph, more: CellList): CellGraph {
  const { rows, columns, worth, used } = graph;
  const all = new CellList();
  for (let cell = 0; cell < worth.length; cell++)
    all.add(rows.of[cell] as number, columns.of[cell] as number, worth[cell] as number);
  for (let cell = 0; cell < more.count; cell++)
    all.add(more.row[cell] as number, more.column[cell] as number, more.worth[cell] as number);
  const order = new Int32Array(all.count);
  const extended = linkCells(all, rows, columns, order);
  for (let cell = 0; cell < used.length; cell++) if (used[cell] === 1) useCell(extended, order[cell] as number);
  return extended;
}

/** Chooses a cell: its row and its column list it among their chosen ones. */
export function useCell(graph: CellGraph, cell: number): void {
  graph.used[cell] = 1;
  link(graph.rows, cell);
  link(graph.columns, cell);
}

/** The opposite of `useCell`: the cell is free again. */
export function giveUpCell(graph: CellGraph, cell: number): void {
  graph.used[cell] = 0;
  unlink(graph.rows, cell);
  unlink(graph.columns, cell);
}

/** Sorts the cells by row (a counting sort, so that a row's cells keep their order) and lists those of each column. */
function linkCells(
  cells: CellList,
  rows: { readonly price: Float64Array; readonly places: Int32Array },
  columns: { readonly price: Float64Array; readonly places: Int32Array },
  order = new Int32Array(cells.count),
): CellGraph {
  const rowStart = starts(cells.row, cells.count, rows.places.length);
  const next = rowStart.slice();
  const rowOf = new Int32Array(cells.count);
  const columnOf = new Int32Array(cells.count);
  const worth = new Float64Array(cells.count);
  const byRow = new Int32Array(cells.count);
  for (let cell = 0; cell < cells.count; cell++) {
    const row = cells.row[cell] as number;
    const place = next[row] as number;
    next[row] = place + 1;
    order[cell] = place;
    byRow[cell] = cell;
    rowOf[place] = row;
    columnOf[place] = cells.column[cell] as number;
    worth[place] = cells.worth[cell] as number;
  }
  const columnStart = starts(columnOf, cells.count, columns.places.length);
  const after = columnStart.slice();
  const byColumn = new Int32Array(cells.count);
  for (let cell = 0; cell < cells.count; cell++) {
    const column = columnOf[cell] as number;
    const place = after[column] as number;
    after[column] = place + 1;
    byColumn[place] = cell;
  }
  return {
    rows: sideOf(rows, { start: rowStart, cells: byRow, of: rowOf }),
    columns: sideOf(columns, { start: columnStart, cells: byColumn, of: columnOf }),
    worth,
    used: new Uint8Array(cells.count),
  };
}

function sideOf(
  { price, places }: { readonly price: Float64Array; readonly places: Int32Array },
  { start, cells, of }: { readonly start: Int32Array; readonly cells: Int32Array; readonly of: Int32Array },
): Side {
  const count = price.length;
  return {
    count,
    price,
    places,
    start,
    cells,
    of,
    firstUsed: new Int32Array(count).fill(-1),
    nextUsed: new Int32Array(of.length),
    previousUsed: new Int32Array(of.length),
    distance: new Float64Array(count),
    seen: new Int32Array(count),
    via: new Int32Array(count),
  };
}

function starts(of: Int32Array, count: number, nodes: number): Int32Array {
  const start = new Int32Array(nodes + 1);
  for (let cell = 0; cell < count; cell++)
    start[(of[cell] as number) + 1] = (start[(of[cell] as number) + 1] as number) + 1;
  for (let node = 0; node < nodes; node++) start[node + 1] = (start[node + 1] as number) + (start[node] as number);
  return start;
}

function link(side: Side, cell: number): void {
  const node = side.of[cell] as number;
  const first = side.firstUsed[node] as number;
  side.firstUsed[node] = cell;
  side.nextUsed[cell] = first;
  side.previousUsed[cell] = -1;
  if (first >= 0) side.previousUsed[first] = cell;
}

function unlink(side: Side, cell: number): void {
  const before = side.previousUsed[cell] as number;
  const after = side.nextUsed[cell] as number;
  if (before < 0) side.firstUsed[side.of[cell] as number] = after;
  else side.nextUsed[before] = after;
  if (after >= 0) side.previousUsed[after] = before;
}

function enlarged<List extends Int32Array | Float64Array>(list: List, larger: List): List {
  larger.set(list);
  return larger;
}
