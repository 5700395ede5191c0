import type { AssignmentProblem, Edge, SolveHooks } from '../assignment/assignment';
import { chooseForAims, type ForAims } from './choose-for-aims';
import { chooseNearest } from './choose-nearest';
import { findConflictingAims } from './find-conflicting-aims';
import { meetAims } from './meet-aims';
import { priceAims } from './price-aims';
import type { AimStudy } from './run-program';
import type { Asked } from './search-bonuses';
import type { SolveProgram } from './solve-program';
import type { Aim } from './solve-with-aim';

export interface AimsOptions extends SolveHooks {
  readonly solveProgram: SolveProgram;
  /** Edges with fewer points are not used. */
  readonly floor?: number;
  /** The edge of the same two people in the other direction: one of both is chosen where aims can be met so. */
  readonly opposite?: (edge: Edge) => Edge | undefined;
}

/** What became of one of several aims. */
export interface AimOutcome {
  readonly met: boolean;
  /** What the chosen edges weigh in it, and what it asks of them: at least, or at most. */
  readonly reached: number;
  readonly asked: number;
  /** The greatest total found that does what the other aims ask, less the total; never below zero. */
  readonly cost: number;
  /** What it may cost at most, where that greatest total is not known for certain. */
  readonly costAtMost?: number;
  /** The other aims of the smallest set with this one that cannot be met; empty where it alone cannot be. */
  readonly fights?: readonly number[];
}

export interface AimsAssignment {
  readonly edges: readonly Edge[];
  readonly total: number;
  readonly totalWithoutAims: number;
  /** No assignment with as many edges that meets every aim has a greater total; undefined where none is known to meet them. */
  readonly bound: number | undefined;
  /** How far the total may at most be from the best, as a share of the bound; 0 is proved to be the best. */
  readonly gap: number | undefined;
  readonly optimal: boolean;
  readonly aims: readonly AimOutcome[];
}

/** One aim is promised quickly, and to a thousandth. */
const lone = { steps: 40, most: 20_000, few: 1_000, near: { bound: 1e-4, total: 5e-4 } };
const whole = { steps: 60, most: 20_000, few: 1_000, near: { bound: 1e-5, total: 2e-5 } };
/** What an aim costs is told from a total that need not be the best. */
const cheap = { steps: 25, most: 4_000, few: 300, near: { bound: 5e-5, total: 5e-5 } };

/**
 * As many edges as possible, then the aims, then the greatest total, for several aims at once or aims with weights. Where they cannot
 * all be met, the edges miss the least: the sum of what is missed, as shares of all pairs, is the smallest that was found. Lagrangian
 * bonuses over the exact engine bound the total and leave few edges; a mixed-integer programme chooses among those. The same problem
 * gives the same edges: work is counted, not timed. Throws `solving-cancelled`.
 */
export function solveWithAims(
  problem: AssignmentProblem,
  aims: readonly Aim[],
  { solveProgram, floor, opposite, ...hooks }: AimsOptions,
): AimsAssignment {
  const part = partsOf(hooks);
  const pricing = priceAims(problem, aims, { hooks: part(shares.free), ...(floor === undefined ? {} : { floor }) });
  const study: AimStudy = { pricing, solveProgram, ...(opposite === undefined ? {} : { opposite }) };
  const asked: Asked = pricing.aims.map(({ least }, aim) => ({ aim, least }));
  const effort = aims.length === 1 ? lone : whole;
  pricing.enter(part(shares.meet));
  const { possible } = meetAims(study, asked, { nearest: false });
  pricing.enter(part(shares.choose));
  const meeting = possible === false ? undefined : chooseForAims(study, asked, effort);
  // Which aims fight does not depend on how few points a pair may have.
  if (meeting === undefined) pricing.enter(part(shares.conflict));
  const { progress: _progress, ...unheard } = hooks;
  const all = floor === undefined ? study : { pricing: priceAims(problem, aims, { hooks: unheard }), solveProgram };
  const fights = meeting === undefined ? findConflictingAims(all, asked) : [];
  const choice = meeting?.choice ?? chooseNearest(study, asked, effort);
  const ofOne = (1 - shares.conflict.to) / aims.length;
  const bound = meeting?.bound;
  const gap = bound === undefined ? undefined : (bound - choice.total) / Math.max(1, Math.abs(bound));
  const outcomes = asked.map(({ aim, least }): AimOutcome => {
    const sum = choice.sums[aim] as number;
    const own = fights.find((set) => set.includes(aim));
    const from = shares.conflict.to + aim * ofOne;
    pricing.enter(part({ from, to: from + ofOne }));
    return {
      met: sum >= least,
      reached: Math.abs(sum),
      asked: Math.abs(least),
      ...costOf(study, asked, aim, choice.total, meeting),
      ...(own === undefined ? {} : { fights: own.filter((other) => other !== aim) }),
    };
  });
  hooks.progress?.(1);
  return {
    edges: choice.edges,
    total: choice.total,
    totalWithoutAims: pricing.free.total,
    bound,
    gap,
    optimal: gap === 0,
    aims: outcomes,
  };
}

interface Share {
  readonly from: number;
  readonly to: number;
}

/** The shares of the work, as they were of three and four aims on a thousand people; what is left is for what each aim costs, in equal parts. */
const shares = {
  free: { from: 0, to: 0.05 },
  meet: { from: 0.05, to: 0.15 },
  choose: { from: 0.15, to: 0.45 },
  conflict: { from: 0.45, to: 0.5 },
} satisfies Readonly<Record<string, Share>>;

/** Hooks for one part of the work; a part that was not needed is passed over, and nothing that is told falls. */
function partsOf({ progress, cancelled }: SolveHooks): (share: Share) => SolveHooks {
  return ({ from, to }) => {
    progress?.(from);
    return {
      ...(progress === undefined ? {} : { progress: (done: number) => progress(from + (to - from) * done) }),
      ...(cancelled === undefined ? {} : { cancelled }),
    };
  };
}

/** What an aim costs beside the others: the greatest total that does what they ask, less the total. */
function costOf(
  study: AimStudy,
  asked: Asked,
  aim: number,
  total: number,
  meeting: ForAims | undefined,
): { readonly cost: number; readonly costAtMost?: number } {
  if (meeting !== undefined && meeting.priced.bonuses[aim] === 0 && meeting.priced.bound <= total) return { cost: 0 };
  const others = asked.filter((one) => one.aim !== aim);
  const free =
    meeting === undefined && meetAims(study, others, { nearest: false }).possible === false
      ? undefined
      : chooseForAims(study, others, cheap);
  const cost = Math.max(0, (free?.choice ?? chooseNearest(study, others, cheap)).total - total);
  return free === undefined || free.bound - total <= cost ? { cost } : { cost, costAtMost: free.bound - total };
}
