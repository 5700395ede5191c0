import type { AssignmentProblem, Edge } from '../assignment/assignment';
import { chooseEdges, type ChooseHooks, type ChosenEdges } from './choose-edges';
import { findOpposite } from '../scoring/find-opposite';
import type { PairingCase } from '../scoring/prepare-pairing';

/** Searches that are made at most, fewer where one takes long. */
const mostSearches = 40;
const mostEdges = 40_000_000;

/** A edge and its score, taken out of the problem so that two people are put together in one direction only. */
interface Cut {
  readonly edge: number;
  readonly score: number;
}

/**
 * The best edges in which two people who would each take either role are put together once. Solved without that wish first: where
 * nobody is doubled, that is the answer and its proof. Else either direction is taken out in turn (branch and bound, Land and Doig
 * 1960), the one with fewer points first; what cannot beat the best found is not looked into. `optimal` only where nothing is left to
 * look into, or where the bound of the free problem is met. Throws `solving-cancelled`. The problem is the same afterwards.
 */
export function excludeTwoCycles(
  pairing: PairingCase,
  problem: AssignmentProblem,
  kept: readonly Edge[],
  hooks: ChooseHooks,
): ChosenEdges {
  const free = chooseEdges(pairing, problem, kept, hooks);
  // Progress that was told does not fall: the searches that follow can only be given up.
  const { progress: _told, ...quiet } = hooks;
  const solve = (): ChosenEdges => chooseEdges(pairing, problem, kept, quiet);
  const first = findDouble(pairing, problem, free.edges);
  if (first === undefined) return free;
  const open: (readonly Cut[])[] = branchesOf([], first);
  const most = Math.max(2, Math.min(mostSearches, Math.floor(mostEdges / Math.max(1, problem.score.length))));
  let best: ChosenEdges | undefined;
  let proved = free.optimal;
  for (let searches = 0; open.length > 0 && searches < most; searches++) {
    const cuts = open.pop() ?? [];
    const found = withCuts(problem, cuts, solve);
    if (best !== undefined && !isBetter(found.edges.length, found.upperBound, best)) continue;
    const double = findDouble(pairing, problem, found.edges);
    if (double !== undefined) open.push(...branchesOf(cuts, double));
    else if (best === undefined || isBetter(found.edges.length, found.total, best)) {
      best = found;
      proved &&= found.optimal;
    }
  }
  const chosen = best ?? withCuts(problem, everyWeaker(pairing, problem), solve);
  const meetsFree = chosen.edges.length === free.edges.length && chosen.total === free.upperBound;
  const optimal = meetsFree || (proved && best !== undefined && open.length === 0);
  return { ...chosen, upperBound: optimal ? chosen.total : Math.max(chosen.upperBound, free.upperBound), optimal };
}

function isBetter(edges: number, total: number, best: ChosenEdges): boolean {
  return edges > best.edges.length || (edges === best.edges.length && total > best.total);
}

/** The last is looked into first: the weaker direction taken out. */
function branchesOf(cuts: readonly Cut[], [one, other]: readonly [Cut, Cut]): Cut[][] {
  const [weaker, stronger] = one.score <= other.score ? [one, other] : [other, one];
  return [
    [...cuts, stronger],
    [...cuts, weaker],
  ];
}

function withCuts(problem: AssignmentProblem, cuts: readonly Cut[], solve: () => ChosenEdges): ChosenEdges {
  const { score, forbidden } = problem;
  for (const { edge } of cuts) score[edge] = forbidden;
  try {
    return solve();
  } finally {
    for (const { edge, score: points } of cuts) score[edge] = points;
  }
}

/** Two people put together in both directions, as the two edges; undefined where there are none. */
function findDouble(
  pairing: PairingCase,
  { score, columns }: AssignmentProblem,
  edges: readonly Edge[],
): readonly [Cut, Cut] | undefined {
  const opposite = findOpposite(pairing);
  const chosen = new Set(edges.map(([row, column]) => row * columns + column));
  for (const [row, column] of edges) {
    const back = opposite([row, column]);
    if (back === undefined) continue;
    const [there, here] = [row * columns + column, back[0] * columns + back[1]];
    if (chosen.has(here))
      return [
        { edge: there, score: score[there] as number },
        { edge: here, score: score[here] as number },
      ];
  }
  return undefined;
}

/** The direction with fewer points of every two people who would each take either role. */
function everyWeaker(pairing: PairingCase, { score, columns, forbidden }: AssignmentProblem): readonly Cut[] {
  const opposite = findOpposite(pairing);
  const cuts: Cut[] = [];
  pairing.mentors.forEach((mentor, row) => {
    if (mentor.role !== 'both') return;
    for (const [column, mentee] of pairing.mentees.entries()) {
      const back = opposite([row, column]);
      if (back === undefined || mentor.id >= mentee.id) continue;
      const [there, here] = [row * columns + column, back[0] * columns + back[1]];
      const [one, other] = [score[there] as number, score[here] as number];
      if (one !== forbidden && other !== forbidden)
        cuts.push(one >= other ? { edge: here, score: other } : { edge: there, score: one });
    }
  });
  return cuts;
}
