import type { AssignmentProblem, Edge } from '../assignment/assignment';
import { weightIn, type EdgeSet } from './count-aimed-edges';

/** Chosen edges with their total and how many of them are inside a set. */
export interface Chosen {
  readonly edges: readonly Edge[];
  readonly total: number;
  readonly inside: number;
}

interface Swap {
  readonly one: number;
  readonly other: number;
  readonly gain: number;
  readonly more: number;
}

const mostPasses = 25;

/**
 * Lets two edges exchange their columns where that brings edges into the set at little cost, until `least` are inside; then
 * wherever it raises the total and enough stay inside. As many edges as before, within the same places.
 */
export function swapEdges(problem: AssignmentProblem, set: EdgeSet, start: Chosen, least: number): Chosen {
  let chosen = start;
  for (let pass = 0; pass < mostPasses; pass++) {
    const next = applySwaps(problem, set, chosen, least);
    if (next === undefined) break;
    chosen = next;
  }
  return chosen;
}

/** The swaps that help most, none of which touches another's edges; undefined where none helps. */
function applySwaps(problem: AssignmentProblem, set: EdgeSet, chosen: Chosen, least: number): Chosen | undefined {
  const { columns } = problem;
  const missing = least - chosen.inside;
  const swaps = findSwaps(problem, set, chosen, missing);
  if (swaps.length === 0) return undefined;
  swaps.sort((a, b) => (missing > 0 ? b.gain / b.more - a.gain / a.more : b.gain - a.gain) || a.one - b.one);
  const edges = [...chosen.edges];
  const used = new Set(edges.map(([row, column]) => row * columns + column));
  const touched = new Uint8Array(edges.length);
  let { total, inside } = chosen;
  for (const { one, other, gain, more } of swaps) {
    if (touched[one] === 1 || touched[other] === 1) continue;
    if (missing > 0 ? inside >= least : inside + more < least) continue;
    const [row, column] = edges[one] as Edge;
    const [otherRow, otherColumn] = edges[other] as Edge;
    if (used.has(row * columns + otherColumn) || used.has(otherRow * columns + column)) continue;
    used.add(row * columns + otherColumn).add(otherRow * columns + column);
    edges[one] = [row, otherColumn];
    edges[other] = [otherRow, column];
    touched[one] = touched[other] = 1;
    total += gain;
    inside += more;
  }
  if (total === chosen.total && inside === chosen.inside) return undefined;
  edges.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return { edges, total, inside };
}

/** The best partner of every edge: the least loss for each edge more inside while some are missing, then the greatest gain. */
function findSwaps(problem: AssignmentProblem, set: EdgeSet, { edges }: Chosen, missing: number): Swap[] {
  const { columns, score, forbidden } = problem;
  const swaps: Swap[] = [];
  const points = edges.map(([row, column]) => score[row * columns + column] as number);
  const inside = edges.map(([row, column]) => weightIn(set, row, column));
  for (let one = 0; one < edges.length; one++) {
    const [row, column] = edges[one] as Edge;
    let best: Swap | undefined;
    let bestRank = missing > 0 ? -Infinity : 0;
    for (let other = missing > 0 && inside[one] === 0 ? 0 : one + 1; other < edges.length; other++) {
      const [otherRow, otherColumn] = edges[other] as Edge;
      const there = score[row * columns + otherColumn] as number;
      const back = score[otherRow * columns + column] as number;
      if (there === forbidden || back === forbidden || row === otherRow || column === otherColumn) continue;
      const gain = there + back - (points[one] as number) - (points[other] as number);
      if (gain <= bestRank) continue;
      const more =
        weightIn(set, row, otherColumn) +
        weightIn(set, otherRow, column) -
        (inside[one] as number) -
        (inside[other] as number);
      if (missing > 0 ? more <= 0 : more < missing) continue;
      const rank = missing > 0 ? gain / more : gain;
      if (rank <= bestRank) continue;
      best = { one, other, gain, more };
      bestRank = rank;
    }
    if (best !== undefined) swaps.push(best);
  }
  return swaps;
}
