import type { AssignmentProblem, Edge } from '../assignment/assignment';
import { countAimedEdges, type EdgeSet } from './count-aimed-edges';
import { splitDifference, type DifferencePart } from '../assignment/split-difference';
import type { Chosen } from './swap-edges';

interface Part extends DifferencePart {
  readonly gain: number;
  readonly more: number;
}

/**
 * Edges between two choices of as many edges: where they differ, the differences fall into parts that share no row and no
 * column, and each part may be taken from either. Takes as few of `to` as cost least and bring `least` edges into the set.
 */
export function combineEdges(
  problem: AssignmentProblem,
  set: EdgeSet,
  { from, to, least }: { readonly from: Chosen; readonly to: Chosen; readonly least: number },
): Chosen {
  const { columns, score } = problem;
  const pointsOf = (edges: readonly Edge[]): number =>
    edges.reduce((sum, [row, column]) => sum + (score[row * columns + column] as number), 0);
  const parts = splitDifference(problem, from.edges, to.edges).map((part): Part => ({
    ...part,
    gain: pointsOf(part.into) - pointsOf(part.out),
    more: countAimedEdges(part.into, set) - countAimedEdges(part.out, set),
  }));
  parts.sort((a, b) => lossOf(a) - lossOf(b));
  const taken = new Set<Part>();
  let { total, inside } = from;
  const take = (part: Part, times: 1 | -1): void => {
    total += times * part.gain;
    inside += times * part.more;
    if (times === 1) taken.add(part);
    else taken.delete(part);
  };
  for (const part of parts) if (inside < least && part.more > 0) take(part, 1);
  for (const part of [...taken].reverse()) if (part.gain < 0 && inside - part.more >= least) take(part, -1);
  return { edges: exchangeParts(from.edges, [...taken]), total, inside };
}

/** The edges with some parts exchanged, by row and then column. */
export function exchangeParts(edges: readonly Edge[], parts: readonly DifferencePart[]): readonly Edge[] {
  const left = new Set(parts.flatMap((part) => part.out.map(String)));
  return [...edges.filter((edge) => !left.has(String(edge))), ...parts.flatMap((part) => part.into)].sort(
    (a, b) => a[0] - b[0] || a[1] - b[1],
  );
}

/** Points lost for each edge more in the set. */
function lossOf({ gain, more }: Part): number {
  return more > 0 ? -gain / more : Infinity;
}
