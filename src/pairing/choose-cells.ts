import { markAim } from './mark-aim';
import type { AssignmentProblem, Cell, SolveHooks } from './assignment';
import { countAimedCells } from './count-aimed-cells';
import type { AimResult } from './model';
import type { PairingCase } from './prepare-pairing';
import { solveLiftingWorst } from './solve-lifting-worst';
import { solveAssignment } from './solve-assignment';
import { solveWithAim, type Aim } from './solve-with-aim';

export interface ChosenCells {
  readonly cells: readonly Cell[];
  readonly total: number;
  readonly upperBound: number;
  readonly optimal: boolean;
  readonly aims: readonly AimResult[];
  /** The best total with no aim; absent where the policy has none. */
  readonly totalWithoutAims?: number;
}

/** The best cells as the policy has it: for its aim, for the worst-off pair first, or for the total alone. Throws `solving-cancelled`. */
export function chooseCells(
  pairing: PairingCase,
  problem: AssignmentProblem,
  kept: readonly Cell[],
  hooks: SolveHooks,
): ChosenCells {
  const [aim, ...others] = pairing.policy.aims;
  if (aim === undefined) {
    const solve = pairing.policy.liftWorst ? solveLiftingWorst : solveAssignment;
    const { cells, total, upperBound, optimal } = solve(problem, hooks);
    return { cells, total, upperBound, optimal, aims: [] };
  }
  const aimed = markAim(pairing, aim, kept);
  const { cells, total, totalWithoutAim, bound, gap, optimal, met, reached, asked } = solveWithAim(
    problem,
    aimed,
    hooks,
  );
  const before = aimed.beside?.inside ?? 0;
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
        cost: totalWithoutAim - total,
        ...(gap === undefined ? {} : { gap }),
      },
      ...others.map((other) => measure(markAim(pairing, other, kept), [...kept, ...cells])),
    ],
  };
}

/** What became of an aim that was not looked for. */
function measure({ cells, wanted }: Aim, chosen: readonly Cell[]): AimResult {
  const reached = countAimedCells(chosen, cells);
  const asked =
    'atLeastShare' in wanted
      ? Math.ceil((wanted.atLeastShare * chosen.length) / 10_000)
      : 'atMost' in wanted
        ? wanted.atMost
        : wanted.atLeast;
  return { met: 'atMost' in wanted ? reached <= asked : reached >= asked, reached, asked, cost: 0 };
}
