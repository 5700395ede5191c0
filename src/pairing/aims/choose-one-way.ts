import type { AssignmentProblem, Cell } from '../assignment/assignment';
import { chooseCells, type ChooseHooks, type ChosenCells } from './choose-cells';
import { findOpposite } from '../scoring/find-opposite';
import type { PairingCase } from '../scoring/prepare-pairing';

/** Searches that are made at most, fewer where one takes long. */
const mostSearches = 40;
const mostCells = 40_000_000;

/** A cell and its score, taken out of the problem so that two people are put together in one direction only. */
interface Cut {
  readonly cell: number;
  readonly score: number;
}

/**
 * The best cells in which two people who would each take either role are put together once. Solved without that wish first: where
 * nobody is doubled, that is the answer and its proof. Else either direction is taken out in turn (branch and bound, Land and Doig
 * 1960), the one with fewer points first; what cannot beat the best found is not looked into. `optimal` only where nothing is left to
 * look into, or where the bound of the free problem is met. Throws `solving-cancelled`. The problem is the same afterwards.
 */
export function chooseOneWay(
  pairing: PairingCase,
  problem: AssignmentProblem,
  kept: readonly Cell[],
  hooks: ChooseHooks,
): ChosenCells {
  const free = chooseCells(pairing, problem, kept, hooks);
  // Progress that was told does not fall: the searches that follow can only be given up.
  const { progress: _told, ...quiet } = hooks;
  const solve = (): ChosenCells => chooseCells(pairing, problem, kept, quiet);
  const first = findDouble(pairing, problem, free.cells);
  if (first === undefined) return free;
  const open: (readonly Cut[])[] = branchesOf([], first);
  const most = Math.max(2, Math.min(mostSearches, Math.floor(mostCells / Math.max(1, problem.score.length))));
  let best: ChosenCells | undefined;
  let proved = free.optimal;
  for (let searches = 0; open.length > 0 && searches < most; searches++) {
    const cuts = open.pop() ?? [];
    const found = withCuts(problem, cuts, solve);
    if (best !== undefined && !isBetter(found.cells.length, found.upperBound, best)) continue;
    const double = findDouble(pairing, problem, found.cells);
    if (double !== undefined) open.push(...branchesOf(cuts, double));
    else if (best === undefined || isBetter(found.cells.length, found.total, best)) {
      best = found;
      proved &&= found.optimal;
    }
  }
  const chosen = best ?? withCuts(problem, everyWeaker(pairing, problem), solve);
  const meetsFree = chosen.cells.length === free.cells.length && chosen.total === free.upperBound;
  const optimal = meetsFree || (proved && best !== undefined && open.length === 0);
  return { ...chosen, upperBound: optimal ? chosen.total : Math.max(chosen.upperBound, free.upperBound), optimal };
}

function isBetter(cells: number, total: number, best: ChosenCells): boolean {
  return cells > best.cells.length || (cells === best.cells.length && total > best.total);
}

/** The last is looked into first: the weaker direction taken out. */
function branchesOf(cuts: readonly Cut[], [one, other]: readonly [Cut, Cut]): Cut[][] {
  const [weaker, stronger] = one.score <= other.score ? [one, other] : [other, one];
  return [
    [...cuts, stronger],
    [...cuts, weaker],
  ];
}

function withCuts(problem: AssignmentProblem, cuts: readonly Cut[], solve: () => ChosenCells): ChosenCells {
  const { score, forbidden } = problem;
  for (const { cell } of cuts) score[cell] = forbidden;
  try {
    return solve();
  } finally {
    for (const { cell, score: points } of cuts) score[cell] = points;
  }
}

/** Two people put together in both directions, as the two cells; undefined where there are none. */
function findDouble(
  pairing: PairingCase,
  { score, columns }: AssignmentProblem,
  cells: readonly Cell[],
): readonly [Cut, Cut] | undefined {
  const opposite = findOpposite(pairing);
  const chosen = new Set(cells.map(([row, column]) => row * columns + column));
  for (const [row, column] of cells) {
    const back = opposite([row, column]);
    if (back === undefined) continue;
    const [there, here] = [row * columns + column, back[0] * columns + back[1]];
    if (chosen.has(here))
      return [
        { cell: there, score: score[there] as number },
        { cell: here, score: score[here] as number },
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
        cuts.push(one >= other ? { cell: here, score: other } : { cell: there, score: one });
    }
  });
  return cuts;
}
