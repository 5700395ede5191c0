import type { AssignmentProblem, Edge, Prices, SolveHooks } from '../assignment/assignment';
import { countAimedEdges, type EdgeSet } from './count-aimed-edges';
import { followStages } from '../assignment/follow-stages';
import { noScore, readScoreRows, type ScoreRows } from '../assignment/read-score-rows';
import { solveScoreRows } from '../assignment/solve-assignment';
import { askedOf, type Aim } from './solve-with-aim';

/** An aim as a row of a linear programme: what the chosen edges weigh in it, times its sign, is at least `least`. */
export interface AimRow {
  readonly set: EdgeSet;
  /** At most so many is at least the same below zero. */
  readonly sign: 1 | -1;
  readonly least: number;
  /** What an edge counts at most. */
  readonly whole: number;
}

/** Edges with their points and what they weigh in each aim's row. */
export interface AimedChoice {
  readonly edges: readonly Edge[];
  readonly total: number;
  readonly sums: readonly number[];
}

/** The best choice at some bonuses of the aims, and what it proves. */
export interface PricedChoice extends AimedChoice {
  /** Points were counted so many times over, so that a bonus may be a part of a point; 0 where only bonuses counted. */
  readonly scale: number;
  readonly bonuses: readonly number[];
  /** No choice of as many edges is worth more, scaled points and bonuses together. */
  readonly value: number;
  readonly prices: Prices;
}

export interface PricingOptions {
  readonly hooks?: SolveHooks;
  /** Edges with fewer points are not used. */
  readonly floor?: number;
}

/** Columns that are alike in every aim. */
interface ColumnKinds {
  readonly of: Int32Array;
  /** The column group in each aim, by kind. */
  readonly groups: readonly (readonly number[])[];
}

/** How far from zero points and bonuses together may be: 32 bits hold them. */
const mostWorth = 1_000_000_000;

/** Prepares the search for several aims: settles how many edges there can be, and with it what each aim asks for. */
export function priceAims(problem: AssignmentProblem, aims: readonly Aim[], options: PricingOptions = {}): AimPricing {
  const stage = followStages(options.hooks ?? {});
  const floor = options.floor ?? noScore + 1;
  const free = new AimPricing(problem, [], floor, stage).solve(1, []);
  const rows = aims.map((aim): AimRow => {
    const { asked, isMost } = askedOf(aim, free.edges.length);
    return { set: aim.edges, sign: isMost ? -1 : 1, least: isMost ? -asked : asked, whole: aim.whole ?? 1 };
  });
  const pricing = new AimPricing(problem, rows, floor, stage);
  const choice = { ...free, bonuses: rows.map(() => 0), sums: pricing.sumsOf(free.edges) };
  pricing.found.push(choice);
  pricing.choices.push(choice);
  return pricing;
}

/** A problem whose edges earn a bonus for what they weigh in each aim, with every choice that was found. */
export class AimPricing {
  readonly found: PricedChoice[] = [];
  /** The same, and those that were found otherwise: all of as many edges. */
  readonly choices: AimedChoice[] = [];
  private readonly kinds: ColumnKinds;
  private knownStep: number | undefined;

  constructor(
    readonly problem: AssignmentProblem,
    readonly aims: readonly AimRow[],
    private readonly floor: number,
    private stage: () => SolveHooks,
  ) {
    this.kinds = kindsOf(problem.columns, aims);
  }

  /** Tells from now on how far a part of the work is. */
  enter(part: SolveHooks): void {
    this.stage = followStages(part);
  }

  /** The best when no aim plays a part. */
  get free(): PricedChoice {
    return this.found[0] as PricedChoice;
  }

  /** The best choice where a unit of weight in each aim's row earns its bonus (a whole number) beside `scale` times the points. */
  solve(scale: number, bonuses: readonly number[]): PricedChoice {
    const { edges, upperBound: value, prices } = solveScoreRows(this.read(scale, bonuses), this.stage());
    const choice = { ...this.choiceOf(edges), scale, bonuses, value, prices };
    this.found.push(choice);
    this.choices.push(choice);
    return choice;
  }

  /** The problem with the points and bonuses of `solve`. */
  read(scale: number, bonuses: readonly number[]): ScoreRows {
    const { of: kindOf, groups } = this.kinds;
    const bonusOf = new Int32Array(groups.length);
    const { floor } = this;
    return readScoreRows(this.problem, (scores, row) => {
      const lists = this.aims.map(({ set }) => set.weights[set.rowGroups[row] as number]);
      for (let kind = 0; kind < groups.length; kind++) {
        let bonus = 0;
        for (let aim = 0; aim < lists.length; aim++)
          bonus += this.signed(bonuses, aim) * (lists[aim]?.[groups[kind]?.[aim] as number] ?? 0);
        bonusOf[kind] = bonus;
      }
      if (floor > noScore + 1)
        for (let column = 0; column < scores.length; column++)
          if ((scores[column] as number) < floor) scores[column] = noScore;
      for (let column = 0; column < scores.length; column++) {
        const points = scores[column] as number;
        const earned = Math.imul(points, scale) + (bonusOf[kindOf[column] as number] as number);
        // Without a branch on what is forbidden, which cannot be foretold: `apart` is 0 there only.
        const apart = points ^ noScore;
        const allowed = (apart | -apart) >> 31;
        scores[column] = (earned & allowed) | (noScore & ~allowed);
      }
    });
  }

  /** How often points can be counted over, `finest` at most, and how great each aim's bonus can be beside them. */
  limits(finest: number): { readonly scale: number; readonly bonuses: readonly number[] } {
    const { greatest } = this.read(1, []);
    const scale = Math.max(1, Math.min(finest, Math.floor(mostWorth / 10 / Math.max(1, greatest))));
    const left = Math.floor((mostWorth - scale * greatest) / Math.max(1, this.aims.length));
    return { scale, bonuses: this.aims.map(({ whole }) => Math.floor(left / whole)) };
  }

  /** Every edge that may be used, by its place in the matrix; undefined where there are more than `most`. */
  allowed(most: number): readonly number[] | undefined {
    const scores = this.read(1, []);
    const { none, rows, columns, rowPlaces, columnPlaces } = scores;
    const places: number[] = [];
    for (let row = 0; row < rows && places.length <= most; row++) {
      if (rowPlaces[row] === 0) continue;
      scores.read(row).forEach((points, column) => {
        if (points !== none && columnPlaces[column] !== 0) places.push(row * columns + column);
      });
    }
    return places.length > most ? undefined : places;
  }

  /** The greatest total up to a bound: totals of as many edges are apart by multiples of what divides all differences of scores. */
  totalUpTo(bound: number): number {
    const { total } = this.free;
    return this.step === 0 ? total : total - Math.ceil((total - Math.floor(bound)) / this.step) * this.step;
  }

  /** The least total above one of as many edges. */
  totalAbove(total: number): number {
    return total + Math.max(1, this.step);
  }

  private get step(): number {
    return (this.knownStep ??= this.findStep());
  }

  private findStep(): number {
    const scores = this.read(1, []);
    const { none, rows } = scores;
    let first: number | undefined;
    let step = 0;
    for (let row = 0; row < rows && step !== 1; row++)
      for (const points of scores.read(row))
        if (points !== none) step = commonDivisor(Math.abs(points - (first ??= points)), step);
    return step;
  }

  private signed(bonuses: readonly number[], aim: number): number {
    return (this.aims[aim]?.sign ?? 1) * (bonuses[aim] ?? 0);
  }

  choiceOf(edges: readonly Edge[]): AimedChoice {
    const { columns, score } = this.problem;
    const total = edges.reduce((sum, [row, column]) => sum + (score[row * columns + column] as number), 0);
    return { edges, total, sums: this.sumsOf(edges) };
  }

  sumsOf(edges: readonly Edge[]): readonly number[] {
    return this.aims.map(({ set, sign }) => sign * countAimedEdges(edges, set));
  }
}

/** The greatest number that divides both. */
export function commonDivisor(one: number, other: number): number {
  return other === 0 ? one : commonDivisor(other, one % other);
}

function kindsOf(columns: number, aims: readonly AimRow[]): ColumnKinds {
  const numbers = new Map<string, number>();
  const groups: number[][] = [];
  const of = Int32Array.from({ length: columns }, (_, column) => {
    const group = aims.map(({ set }) => set.columnGroups[column] ?? 0);
    const key = String(group);
    const known = numbers.get(key) ?? groups.push(group) - 1;
    numbers.set(key, known);
    return known;
  });
  return { of, groups };
}
