import { CodedError } from '../kernel/coded-error';
import { markAim } from './mark-aim';
import type { AssignmentProblem, Cell, SolveHooks } from './assignment';
import type { PairingPolicy } from './contract';
import type { AimResult } from './model';
import type { PairingCase } from './prepare-pairing';
import { findOpposite } from './find-opposite';
import { solveLiftingWorst } from './solve-lifting-worst';
import { solveAssignment } from './solve-assignment';
import type { SolveProgram } from './solve-program';
import { solveWithAim, type Aim } from './solve-with-aim';
import { solveWithAims, type AimsAssignment } from './solve-with-aims';

export interface ChooseHooks extends SolveHooks {
  /** Needed where `needsProgram` says so. */
  readonly solveProgram?: SolveProgram;
}

export interface ChosenCells {
  readonly cells: readonly Cell[];
  readonly total: number;
  readonly upperBound: number;
  readonly optimal: boolean;
  readonly aims: readonly AimResult[];
  /** The best total with no aim; absent where the policy has none. */
  readonly totalWithoutAims?: number;
}

/** Whether the pairs of a policy are chosen with a mixed-integer programme: several aims, or one while the worst-off pair is lifted. */
export function needsProgram({ aims, liftWorst }: Pick<PairingPolicy, 'aims' | 'liftWorst'>): boolean {
  return aims.length > 1 || (aims.length === 1 && liftWorst);
}

/**
 * The best cells as the policy has it: for its aims, for the worst-off pair first, or for the total alone. Throws `solving-cancelled`, and
 * `program-solver-missing` where one is needed and none was handed in.
 */
export function chooseCells(
  pairing: PairingCase,
  problem: AssignmentProblem,
  kept: readonly Cell[],
  hooks: ChooseHooks,
): ChosenCells {
  const { aims, liftWorst } = pairing.policy;
  const marked = aims.map((aim) => markAim(pairing, aim, kept));
  const [first] = marked;
  if (first === undefined) {
    const solve = liftWorst ? solveLiftingWorst : solveAssignment;
    const { cells, total, upperBound, optimal } = solve(problem, hooks);
    return { cells, total, upperBound, optimal, aims: [] };
  }
  return needsProgram(pairing.policy)
    ? chooseForSeveral(pairing, problem, marked, hooks)
    : chooseForOne(problem, first, hooks);
}

function chooseForOne(problem: AssignmentProblem, aim: Aim, hooks: SolveHooks): ChosenCells {
  const { cells, total, totalWithoutAim, bound, gap, optimal, met, reached, asked } = solveWithAim(problem, aim, hooks);
  const before = aim.beside?.inside ?? 0;
  return {
    cells,
    total,
    upperBound: bound ?? totalWithoutAim,
    optimal,
    totalWithoutAims: totalWithoutAim,
    aims: [
      {
        met,
        reached: reached + before,
        asked: asked + before,
        ...(aim.whole === undefined ? {} : { whole: aim.whole }),
        cost: totalWithoutAim - total,
        ...(gap === undefined ? {} : { gap }),
      },
    ],
  };
}

/** The worst-off pair is lifted first where every aim can then still be met; else the aims come first. */
function chooseForSeveral(
  pairing: PairingCase,
  problem: AssignmentProblem,
  aims: readonly Aim[],
  { solveProgram, ...hooks }: ChooseHooks,
): ChosenCells {
  if (solveProgram === undefined)
    throw new CodedError('program-solver-missing', 'Several aims need a solver of mixed-integer programmes');
  const options = { ...hooks, solveProgram, opposite: findOpposite(pairing) };
  const solve = (floor: number | undefined): AimsAssignment =>
    solveWithAims(problem, aims, floor === undefined ? options : { ...options, floor });
  const floor = pairing.policy.liftWorst ? worstLifted(problem, hooks) : undefined;
  const lifted = solve(floor);
  const found = floor === undefined || lifted.aims.every(({ met }) => met) ? lifted : solve(undefined);
  const { cells, total, totalWithoutAims, bound, gap, optimal } = found;
  return {
    cells,
    total,
    upperBound: bound ?? totalWithoutAims,
    optimal,
    totalWithoutAims,
    aims: found.aims.map(({ met, reached, asked, cost, fights }, index) => {
      const { beside, whole } = aims[index] as Aim;
      const before = beside?.inside ?? 0;
      return {
        met,
        reached: reached + before,
        asked: asked + before,
        ...(whole === undefined ? {} : { whole }),
        cost,
        ...(gap === undefined ? {} : { gap }),
        ...(fights === undefined ? {} : { fights }),
      };
    }),
  };
}

/** The greatest least score with as many cells as there can be; undefined where there are none. */
function worstLifted(problem: AssignmentProblem, { cancelled }: SolveHooks): number | undefined {
  const { cells } = solveLiftingWorst(problem, cancelled === undefined ? {} : { cancelled });
  if (cells.length === 0) return undefined;
  return Math.min(...cells.map(([row, column]) => problem.score[row * problem.columns + column] as number));
}
