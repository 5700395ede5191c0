import type { Assignment, AssignmentProblem, Edge, SolveHooks } from '../assignment/assignment';
import { countAimedEdges, type EdgeSet } from './count-aimed-edges';
import { followStages } from '../assignment/follow-stages';
import { noScore, readScoreRows, type ChangeRow } from '../assignment/read-score-rows';
import { solveScoreRows } from '../assignment/solve-assignment';
import { combineEdges } from './combine-edges';
import { swapEdges, type Chosen } from './swap-edges';

/** What the chosen edges should be like as a whole. Never at the cost of an edge: as many are chosen as without the aim. */
export interface Aim {
  readonly edges: EdgeSet;
  /** What an edge counts at most; 1 where absent. More than one aim, or one of greater weights, is for `solveWithAims`. */
  readonly whole?: number;
  /** Edges that are chosen already, and what those in the set count: they count for the aim. */
  readonly beside?: { readonly edges: number; readonly inside: number };
  /** At least so many, or such a share (in basis points) of the chosen edges, belong to the set; or at most so many. */
  readonly wanted: { readonly atLeast: number } | { readonly atLeastShare: number } | { readonly atMost: number };
}

export interface AimedAssignment {
  readonly edges: readonly Edge[];
  readonly total: number;
  /** The greatest total there is when the aim plays no part: the difference is what the aim costs. */
  readonly totalWithoutAim: number;
  /** No assignment with as many edges that meets the aim has a greater total; undefined where none meets it. */
  readonly bound: number | undefined;
  /** How far the total may at most be from the best, as a share of the bound; 0 is proved to be the best. */
  readonly gap: number | undefined;
  readonly optimal: boolean;
  /** Whether the aim is met. Where it cannot be, the edges come as near to it as any, and then have a great total. */
  readonly met: boolean;
  /** Chosen edges in the set, and how many of them the aim asks for: at least, or at most. */
  readonly reached: number;
  readonly asked: number;
}

/** Solutions that are looked for at most; each halves the doubt or better. */
const mostSteps = 40;
/** A bonus beyond which scores and bonus together might leave 32 bits. */
const mostBonus = 1_000_000_000;
/** A gap that is not worth another step. */
const smallGap = 1e-5;

interface Step extends Chosen {
  readonly bonus: number;
  /** The bound on total and bonuses together. */
  readonly value: number;
}

/**
 * As many edges as possible, then the aim, then the greatest total. Lagrangian relaxation (Fisher 1981): every edge of the
 * set earns a bonus; the bonus at which the aim is just met gives the bound, and what the last two solutions share and
 * where they differ gives the edges. Throws `solving-cancelled`.
 */
export function solveWithAim(problem: AssignmentProblem, aim: Aim, hooks: SolveHooks = {}): AimedAssignment {
  const search = new BonusSearch(problem, aim.edges, hooks);
  const free = search.solve(0);
  const count = free.edges.length;
  const { asked, isMost } = askedOf(aim, count);
  // At most so many inside is at least so many outside, as the number of edges stands.
  if (isMost) search.set = complementOf(aim.edges);
  const least = isMost ? Math.max(0, count - asked) : asked;
  const { best, bound } = searchBonus(
    search,
    problem,
    { ...free, inside: countAimedEdges(free.edges, search.set) },
    least,
  );
  const gap = bound === undefined ? undefined : Math.max(0, bound - best.total) / Math.max(1, Math.abs(bound));
  hooks.progress?.(1);
  return {
    edges: best.edges,
    total: best.total,
    totalWithoutAim: free.total,
    bound,
    gap,
    optimal: gap === 0,
    met: bound !== undefined,
    reached: countAimedEdges(best.edges, aim.edges),
    asked,
  };
}

/** The best choice with `least` edges inside and the bound on any such; no bound where there is none, and the nearest then. */
function searchBonus(
  search: BonusSearch,
  problem: AssignmentProblem,
  free: Step,
  least: number,
): { readonly best: Chosen; readonly bound: number | undefined } {
  if (free.inside >= least) return { best: free, bound: free.value };
  const most = greatestBonus(problem, free.edges.length);
  let low = free;
  let high = search.solve(most);
  if (high.inside < least && most === mostBonus) high = search.solveForCount(most);
  if (high.inside < least) return { best: high, bound: undefined };
  let bound = free.value;
  const found: Chosen[] = [high];
  for (let steps = 0; steps < mostSteps && high.bonus - low.bonus > 1; steps++) {
    // No bonus between the two gives a lower bound than where their lines meet.
    const meeting = (low.total - high.total) / (high.inside - low.inside);
    if (bound < low.total + meeting * (low.inside - least) + 1) break;
    const next = search.solve(Math.min(Math.max(Math.floor(meeting), low.bonus + 1), high.bonus - 1));
    bound = Math.min(bound, next.value - next.bonus * least);
    if (next.inside < least) low = next;
    else found.push((high = next));
    if (bound - high.total <= smallGap * Math.abs(bound)) break;
  }
  for (const start of [low, combineEdges(problem, search.set, { from: low, to: high, least })])
    found.push(swapEdges(problem, search.set, start, least));
  return {
    best: found.reduce((one, other) => (other.inside >= least && other.total > one.total ? other : one)),
    bound,
  };
}

/** Solves a problem in which the edges of a set earn a bonus. */
class BonusSearch {
  private readonly stage: () => SolveHooks;

  constructor(
    private readonly problem: AssignmentProblem,
    public set: EdgeSet,
    hooks: SolveHooks,
  ) {
    this.stage = followStages(hooks);
  }

  solve(bonus: number): Step {
    const solved = this.run(bonus === 0 ? undefined : earning(this.set, bonus));
    const inside = countAimedEdges(solved.edges, this.set);
    return { bonus, edges: solved.edges, total: solved.total - bonus * inside, inside, value: solved.upperBound };
  }

  /** As many edges of the set as there can be, whatever they score: for scores too great for a bonus that says so. */
  solveForCount(bonus: number): Step {
    const earn = earning(this.set, 1);
    const { edges } = this.run((scores, row) => {
      for (let column = 0; column < scores.length; column++) if (scores[column] !== noScore) scores[column] = 0;
      earn(scores, row);
    });
    const { score, columns } = this.problem;
    const total = edges.reduce((sum, [row, column]) => sum + (score[row * columns + column] as number), 0);
    return { bonus, edges, total, inside: countAimedEdges(edges, this.set), value: Infinity };
  }

  private run(change: ChangeRow | undefined): Assignment {
    return solveScoreRows(readScoreRows(this.problem, change), this.stage());
  }
}

/** What is still asked of so many edges, in units of weight. */
export function askedOf(
  { wanted, beside, whole = 1 }: Aim,
  count: number,
): { readonly asked: number; readonly isMost: boolean } {
  const { edges, inside } = beside ?? { edges: 0, inside: 0 };
  const left = (asked: number): number => Math.max(0, asked - inside);
  if ('atMost' in wanted) return { asked: left(wanted.atMost), isMost: true };
  if ('atLeast' in wanted) return { asked: left(wanted.atLeast), isMost: false };
  return { asked: left(Math.ceil((wanted.atLeastShare * (count + edges) * whole) / 10_000)), isMost: false };
}

function complementOf({ weights, ...groups }: EdgeSet): EdgeSet {
  return { ...groups, weights: weights.map((row) => row.map((weight) => 1 - weight)) };
}

function earning({ rowGroups, columnGroups, weights }: EdgeSet, bonus: number): ChangeRow {
  const groups = Int32Array.from(columnGroups);
  return (scores, row) => {
    const held = Uint8Array.from(weights[rowGroups[row] as number] ?? []);
    for (let column = 0; column < scores.length; column++)
      if (held[groups[column] as number] === 1 && scores[column] !== noScore)
        scores[column] = (scores[column] as number) + bonus;
  };
}

/** A bonus that weighs more than any difference between two assignments of so many edges. */
function greatestBonus({ score, forbidden }: AssignmentProblem, count: number): number {
  let greatest = 0;
  for (const points of score) if (points !== forbidden) greatest = Math.max(greatest, Math.abs(points));
  return Math.min(mostBonus, 2 * greatest * count + 1);
}
