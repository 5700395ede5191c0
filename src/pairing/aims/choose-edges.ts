import { CodedError } from '../../kernel/coded-error';
import { markAim } from './mark-aim';
import type { AssignmentProblem, Edge, SolveHooks } from '../assignment/assignment';
import type { PairingPolicy } from '../../domain/pairing-contract';
import type { AimResult } from '../../domain/pairing';
import type { PairingCase } from '../scoring/prepare-pairing';
import { findOpposite } from '../scoring/find-opposite';
import { liftWorstForAims } from './lift-worst-for-aims';
import { solveLiftingWorst } from '../assignment/solve-lifting-worst';
import { solveAssignment } from '../assignment/solve-assignment';
import type { SolveProgram } from './solve-program';
import { solveWithAim, type Aim } from './solve-with-aim';
import { solveWithAims, type AimsAssignment } from './solve-with-aims';

export interface ChooseHooks extends SolveHooks {
  /** Needed where `needsProgram` says so. */
  readonly solveProgram?: SolveProgram;
}

export interface ChosenEdges {
  readonly edges: readonly Edge[];
  readonly total: number;
  readonly upperBound: number;
  readonly optimal: boolean;
  readonly aims: readonly AimResult[];
  /** The best total with no aim; absent where the policy has none. */
  readonly totalWithoutAims?: number;
}

/** Whether the pairs of a policy are chosen with a mixed-integer programme: several aims, one of weights, or one while the worst-off pair is lifted. */
export function needsProgram({ aims, liftWorst }: Pick<PairingPolicy, 'aims' | 'liftWorst'>): boolean {
  return aims.length > 1 || aims.some(({ kind }) => kind === 'mixed') || (aims.length === 1 && liftWorst);
}

/**
 * The best edges as the policy has it: for its aims, for the worst-off pair first, or for the total alone. Throws `solving-cancelled`, and
 * `program-solver-missing` where one is needed and none was handed in.
 */
export function chooseEdges(
  pairing: PairingCase,
  problem: AssignmentProblem,
  kept: readonly Edge[],
  hooks: ChooseHooks,
): ChosenEdges {
  const { aims, liftWorst } = pairing.policy;
  const marked = aims.map((aim) => markAim(pairing, aim, kept));
  const [first] = marked;
  if (first === undefined) {
    const solve = liftWorst ? solveLiftingWorst : solveAssignment;
    const { edges, total, upperBound, optimal } = solve(problem, hooks);
    return { edges, total, upperBound, optimal, aims: [] };
  }
  return needsProgram(pairing.policy)
    ? chooseForSeveral(pairing, problem, marked, hooks)
    : chooseForOne(problem, first, hooks);
}

function chooseForOne(problem: AssignmentProblem, aim: Aim, hooks: SolveHooks): ChosenEdges {
  const { totalWithoutAim, ...solved } = solveWithAim(problem, aim, hooks);
  const { met, reached, asked, total } = solved;
  const outcome = { met, reached, asked, cost: totalWithoutAim - total, ...(met ? {} : { fights: [] }) };
  return asChosen([aim], { ...solved, totalWithoutAims: totalWithoutAim, aims: [outcome] });
}

function chooseForSeveral(
  pairing: PairingCase,
  problem: AssignmentProblem,
  aims: readonly Aim[],
  { solveProgram, ...hooks }: ChooseHooks,
): ChosenEdges {
  if (solveProgram === undefined)
    throw new CodedError('program-solver-missing', 'Several aims need a solver of mixed-integer programmes');
  const solve = pairing.policy.liftWorst ? liftWorstForAims : solveWithAims;
  return asChosen(aims, solve(problem, aims, { ...hooks, solveProgram, opposite: findOpposite(pairing) }));
}

/** Chosen edges with what became of each aim, pairs that are kept among them. */
function asChosen(
  aims: readonly Aim[],
  { edges, total, totalWithoutAims, bound, gap, optimal, aims: outcomes }: AimsAssignment,
): ChosenEdges {
  return {
    edges,
    total,
    upperBound: bound ?? totalWithoutAims,
    optimal,
    totalWithoutAims,
    aims: outcomes.map((outcome, index): AimResult => {
      const aim = aims[index] as Aim;
      const reached = outcome.reached + (aim.beside?.inside ?? 0);
      const asked = askedInAll(aim, edges.length);
      // Pairs that are kept may be more than an aim allows by themselves.
      const met = 'atMost' in aim.wanted ? reached <= asked : reached >= asked;
      return {
        ...outcome,
        met,
        reached,
        asked,
        ...(outcome.met && !met ? { fights: [] } : {}),
        ...(aim.whole === undefined ? {} : { whole: aim.whole }),
        ...(gap === undefined ? {} : { gap }),
      };
    }),
  };
}

/** What an aim asks of the chosen edges and those that are kept. */
function askedInAll({ wanted, beside, whole = 1 }: Aim, chosen: number): number {
  if ('atMost' in wanted) return wanted.atMost;
  if ('atLeast' in wanted) return wanted.atLeast;
  return Math.ceil((wanted.atLeastShare * (chosen + (beside?.edges ?? 0)) * whole) / 10_000);
}
