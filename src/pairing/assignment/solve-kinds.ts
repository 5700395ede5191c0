import { buildEdgeGraph, EdgeList, useEdge, type SparseGraph } from './build-sparse-graph';
import { groupColumns, groupRows, type Groups } from './group-equal-rows';
import { KindFlow } from './settle-kinds';
import type { ScoreRows } from './read-score-rows';

/** Kinds are worth it where they are at most this part of the rows, and of the columns, and so many: one row of each is kept. */
const partOfKinds = 1 / 8;
const mostKinds = 512;

/**
 * The best assignment of a problem whose rows and columns are of a few kinds, solved as one row and one column for each kind with the places of all of
 * them (a transportation problem). Undefined where rows differ, and where an edge could be used twice: rows and columns of several places.
 */
export function solveKinds(scores: ScoreRows): SparseGraph | undefined {
  const { rows, columns, rowPlaces, columnPlaces } = scores;
  if (rowPlaces.some((places) => places > 1) && columnPlaces.some((places) => places > 1)) return undefined;
  const ofRows = groupRows(scores, Math.min(mostKinds, partOfKinds * rows));
  const ofColumns = ofRows && groupColumns(scores, ofRows, Math.min(mostKinds, partOfKinds * columns));
  if (ofRows === undefined || ofColumns === undefined) return undefined;
  const flow = new KindFlow(
    tableOf(scores, ofRows, ofColumns),
    placesOf(ofRows, rowPlaces),
    placesOf(ofColumns, columnPlaces),
  );
  flow.fill(scores.edgeWorth + scores.greatest);
  return handOut(scores, ofRows, ofColumns, flow);
}

/** What an edge between two kinds is worth, by kind of row; 0 where it is forbidden. */
function tableOf(scores: ScoreRows, ofRows: Groups, ofColumns: Groups): readonly Float64Array[] {
  return ofRows.some.map((row) => {
    const points = scores.read(row);
    return Float64Array.from(ofColumns.some, (column) =>
      points[column] === scores.none ? 0 : scores.edgeWorth + (points[column] as number),
    );
  });
}

function placesOf({ some, groups }: Groups, places: Int32Array): Int32Array {
  const sum = new Int32Array(some.length);
  groups.forEach((group, index) => (sum[group] = (sum[group] as number) + (places[index] as number)));
  return sum;
}

/** Gives what flows between kinds to rows and columns of these kinds, in their order. */
function handOut(scores: ScoreRows, ofRows: Groups, ofColumns: Groups, flow: KindFlow): SparseGraph {
  const rowsOf = openPlaces(ofRows, scores.rowPlaces);
  const columnsOf = openPlaces(ofColumns, scores.columnPlaces);
  const edges = new EdgeList();
  flow.each((one, other, count, worth) => {
    for (let index = 0; index < count; index++) edges.add(rowsOf(one), columnsOf(other), worth);
  });
  const graph = buildEdgeGraph(edges, scores.rowPlaces, scores.columnPlaces);
  for (let edge = 0; edge < edges.count; edge++) useEdge(graph, edge);
  ofRows.groups.forEach((group, row) => (graph.rows.price[row] = flow.rowPrice[group] as number));
  ofColumns.groups.forEach((group, column) => (graph.columns.price[column] = flow.columnPrice[group] as number));
  return graph;
}

/** Takes the next open place of a kind. No edge is used twice: on one side of every edge stands a member with one place. */
function openPlaces({ some, groups }: Groups, places: Int32Array): (group: number) => number {
  const members = some.map((): number[] => []);
  groups.forEach((group, index) => {
    for (let place = 0; place < (places[index] as number); place++) members[group]?.push(index);
  });
  const next = new Int32Array(some.length);
  return (group) => {
    const at = next[group] as number;
    next[group] = at + 1;
    return members[group]?.[at] as number;
  };
}
