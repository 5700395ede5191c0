import type { AimPricing, PricedChoice } from './price-aims';
import type { Program, ProgramRow, SolveProgram } from './solve-program';

/** What is asked of each aim, in its own units; aims that play no part are left out. */
export type Asked = readonly { readonly aim: number; readonly least: number }[];

export interface BonusSearch {
  readonly scale: number;
  /** The greatest bonus of each aim. */
  readonly most: readonly number[];
  /** Choices that are looked for at most. */
  readonly steps: number;
  /** Ends once the bound is so near to what it can be at best. */
  readonly near: number;
  /** Ends once the bound is below. */
  readonly below?: number;
}

/** The bonuses at which a bound on what the aims allow is the least that was found. */
export interface FoundBonuses {
  readonly bonuses: readonly number[];
  /** Scaled points of no choice of as many edges that does what is asked are more. */
  readonly bound: number;
  /** The choice that proves it; absent where no bonus at all is best. */
  readonly choice?: PricedChoice;
}

/** How far the next bonuses lie from the best known towards those the cuts ask for. */
const stride = 0.6;
/** How great bonuses are looked for at first, as a share of the points of an edge: they are seldom greater. */
const firstReach = 1 / 8;

/**
 * The least bound on the scaled points of choices that do what is asked (the Lagrangian dual). Every choice is a plane below the bound
 * as a function of the bonuses (Kelley 1960); the next are tried on the way from the best known to where those planes are lowest
 * (Ben-Ameur and Neto 2007), which needs few of them. Every bound is proved, wherever the search ends.
 */
export function searchBonuses(
  pricing: AimPricing,
  asked: Asked,
  { scale, most, steps, near, below = -Infinity }: BonusSearch,
  solveProgram: SolveProgram,
): FoundBonuses {
  const isIn = (bonuses: readonly number[]): boolean =>
    bonuses.every((bonus, aim) => bonus === 0 || asked.some((one) => one.aim === aim));
  const foundAt = (choice: PricedChoice): FoundBonuses => ({
    bonuses: choice.bonuses,
    bound: choice.value - asked.reduce((sum, { aim, least }) => sum + (choice.bonuses[aim] as number) * least, 0),
    choice,
  });
  let best: FoundBonuses = { bonuses: most.map(() => 0), bound: scale * pricing.free.value };
  const tried = new Set([String(best.bonuses)]);
  const hear = (choice: PricedChoice): void => {
    const found = foundAt(choice);
    tried.add(String(choice.bonuses));
    if (found.bound < best.bound) best = found;
  };
  for (const choice of pricing.found) if (choice.scale === scale && isIn(choice.bonuses)) hear(choice);
  let reach = reachFrom(pricing, scale, most, best.bonuses);
  for (let step = 0; step < steps && best.bound >= below; step++) {
    const lowest = lowestOf(pricing, asked, scale, reach, solveProgram);
    if (lowest === undefined) break;
    const wider = widened(reach, most, lowest.bonuses);
    const isWidest = wider === reach;
    reach = wider;
    if (best.bound - lowest.floor <= near) {
      if (isWidest) break;
      continue;
    }
    const from = best.bonuses;
    const towards = (share: number): readonly number[] =>
      from.map((bonus, aim) => Math.round(bonus + share * ((lowest.bonuses[aim] as number) - bonus)));
    const next = [towards(stride), towards(1)].find((bonuses) => !tried.has(String(bonuses)));
    if (next === undefined) {
      if (isWidest) break;
      continue;
    }
    hear(pricing.solve(scale, next));
  }
  return best;
}

/** Bonuses that are looked at first: the first planes alone would ask for the greatest there are. */
function reachFrom(
  { free }: AimPricing,
  scale: number,
  most: readonly number[],
  from: readonly number[],
): readonly number[] {
  // Where no points count, bonuses are all there is.
  if (scale === 0) return most;
  const first = Math.ceil((firstReach * scale * Math.abs(free.total)) / Math.max(1, free.edges.length));
  return most.map((bonus, aim) => Math.min(bonus, Math.max(scale, first, 2 * (from[aim] as number))));
}

/** Twice as far for each aim whose bonus is as great as may be looked for; the same list where there is none. */
function widened(reach: readonly number[], most: readonly number[], bonuses: readonly number[]): readonly number[] {
  const isShort = (bonus: number, aim: number): boolean =>
    (bonuses[aim] as number) >= bonus && bonus < (most[aim] as number);
  if (!reach.some(isShort)) return reach;
  return reach.map((bonus, aim) => (isShort(bonus, aim) ? Math.min(2 * bonus, most[aim] as number) : bonus));
}

/** Where the planes of all choices are lowest. */
function lowestOf(
  { choices, free }: AimPricing,
  asked: Asked,
  scale: number,
  most: readonly number[],
  solveProgram: SolveProgram,
): { readonly floor: number; readonly bonuses: readonly number[] } | undefined {
  const base = scale * free.total;
  const rows = choices.map(({ total, sums }): ProgramRow => ({
    lower: scale * total - base,
    upper: Infinity,
    columns: [0, ...asked.map((_, index) => index + 1)],
    factors: [1, ...asked.map(({ aim, least }) => least - (sums[aim] as number))],
  }));
  const columns: Program['columns'] = {
    gain: [-1, ...asked.map(() => 0)],
    lower: [-Infinity, ...asked.map(() => 0)],
    upper: [Infinity, ...asked.map(({ aim }) => most[aim] as number)],
    whole: [false, ...asked.map(() => false)],
  };
  const { state, values } = solveProgram({ columns, rows }, 0);
  if (state !== 'best' || values === undefined) return undefined;
  const bonuses = most.map(() => 0);
  asked.forEach(({ aim }, index) => {
    bonuses[aim] = values[index + 1] as number;
  });
  return { floor: base + (values[0] as number), bonuses };
}
