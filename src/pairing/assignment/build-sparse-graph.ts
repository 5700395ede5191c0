/**
 * Rows or columns of a graph of edges: what each is priced at, the places it has left, its edges and those of them that
 * are used (a linked list), and the marks of the search under way.
 */
export interface Side {
  readonly count: number;
  readonly price: Float64Array;
  readonly places: Int32Array;
  readonly start: Int32Array;
  readonly edges: Int32Array;
  /** Which row, or column, each edge lies in. */
  readonly of: Int32Array;
  readonly firstUsed: Int32Array;
  readonly nextUsed: Int32Array;
  readonly previousUsed: Int32Array;
  readonly distance: Float64Array;
  readonly seen: Int32Array;
  /** The edge by which the search came here. */
  readonly via: Int32Array;
}

/** A few of the edges of a matrix, by row, with what each is worth. */
export interface SparseGraph {
  readonly rows: Side;
  readonly columns: Side;
  readonly worth: Float64Array;
  readonly used: Uint8Array;
}

/** Edges as they are gathered, in any order, none twice. */
export class EdgeList {
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

/** The graph of the edges, none used yet. */
export function buildEdgeGraph(edges: EdgeList, rowPlaces: Int32Array, columnPlaces: Int32Array): SparseGraph {
  return linkEdges(
    edges,
    { price: new Float64Array(rowPlaces.length), places: rowPlaces.slice() },
    { price: new Float64Array(columnPlaces.length), places: columnPlaces.slice() },
  );
}

/** The graph with more edges, those used and the prices as they were. */
export function extendEdgeGraph(graph: SparseGraph, more: EdgeList): SparseGraph {
  const { rows, columns, worth, used } = graph;
  const all = new EdgeList();
  for (let edge = 0; edge < worth.length; edge++)
    all.add(rows.of[edge] as number, columns.of[edge] as number, worth[edge] as number);
  for (let edge = 0; edge < more.count; edge++)
    all.add(more.row[edge] as number, more.column[edge] as number, more.worth[edge] as number);
  const order = new Int32Array(all.count);
  const extended = linkEdges(all, rows, columns, order);
  for (let edge = 0; edge < used.length; edge++) if (used[edge] === 1) useEdge(extended, order[edge] as number);
  return extended;
}

/** Chooses an edge: its row and its column list it among their chosen ones. */
export function useEdge(graph: SparseGraph, edge: number): void {
  graph.used[edge] = 1;
  link(graph.rows, edge);
  link(graph.columns, edge);
}

/** The opposite of `useEdge`: the edge is free again. */
export function giveUpEdge(graph: SparseGraph, edge: number): void {
  graph.used[edge] = 0;
  unlink(graph.rows, edge);
  unlink(graph.columns, edge);
}

/** Sorts the edges by row (a counting sort, so that a row's edges keep their order) and lists those of each column. */
function linkEdges(
  edges: EdgeList,
  rows: { readonly price: Float64Array; readonly places: Int32Array },
  columns: { readonly price: Float64Array; readonly places: Int32Array },
  order = new Int32Array(edges.count),
): SparseGraph {
  const rowStart = starts(edges.row, edges.count, rows.places.length);
  const next = rowStart.slice();
  const rowOf = new Int32Array(edges.count);
  const columnOf = new Int32Array(edges.count);
  const worth = new Float64Array(edges.count);
  const byRow = new Int32Array(edges.count);
  for (let edge = 0; edge < edges.count; edge++) {
    const row = edges.row[edge] as number;
    const place = next[row] as number;
    next[row] = place + 1;
    order[edge] = place;
    byRow[edge] = edge;
    rowOf[place] = row;
    columnOf[place] = edges.column[edge] as number;
    worth[place] = edges.worth[edge] as number;
  }
  const columnStart = starts(columnOf, edges.count, columns.places.length);
  const after = columnStart.slice();
  const byColumn = new Int32Array(edges.count);
  for (let edge = 0; edge < edges.count; edge++) {
    const column = columnOf[edge] as number;
    const place = after[column] as number;
    after[column] = place + 1;
    byColumn[place] = edge;
  }
  return {
    rows: sideOf(rows, { start: rowStart, edges: byRow, of: rowOf }),
    columns: sideOf(columns, { start: columnStart, edges: byColumn, of: columnOf }),
    worth,
    used: new Uint8Array(edges.count),
  };
}

function sideOf(
  { price, places }: { readonly price: Float64Array; readonly places: Int32Array },
  { start, edges, of }: { readonly start: Int32Array; readonly edges: Int32Array; readonly of: Int32Array },
): Side {
  const count = price.length;
  return {
    count,
    price,
    places,
    start,
    edges,
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
  for (let edge = 0; edge < count; edge++)
    start[(of[edge] as number) + 1] = (start[(of[edge] as number) + 1] as number) + 1;
  for (let node = 0; node < nodes; node++) start[node + 1] = (start[node + 1] as number) + (start[node] as number);
  return start;
}

function link(side: Side, edge: number): void {
  const node = side.of[edge] as number;
  const first = side.firstUsed[node] as number;
  side.firstUsed[node] = edge;
  side.nextUsed[edge] = first;
  side.previousUsed[edge] = -1;
  if (first >= 0) side.previousUsed[first] = edge;
}

function unlink(side: Side, edge: number): void {
  const before = side.previousUsed[edge] as number;
  const after = side.nextUsed[edge] as number;
  if (before < 0) side.firstUsed[side.of[edge] as number] = after;
  else side.nextUsed[before] = after;
  if (after >= 0) side.previousUsed[after] = before;
}

function enlarged<List extends Int32Array | Float64Array>(list: List, larger: List): List {
  larger.set(list);
  return larger;
}
