import type { Cell } from './assignment';
import { buildProgram, type Slack } from './build-program';
import type { AimedChoice, AimPricing } from './price-aims';
import type { Asked } from './search-bonuses';
import type { SolveProgram } from './solve-program';

/** What the search for several aims works with. */
export interface AimStudy {
  readonly pricing: AimPricing;
  readonly solveProgram: SolveProgram;
  /** The cell of the same two people in the other direction: only one of both is chosen. */
  readonly opposite?: (cell: Cell) => Cell | undefined;
}

export interface ProgramChoice {
  readonly choice?: AimedChoice;
  /** Whether the search came to its end: the choice is the best of these cells, or there is none. */
  readonly ended: boolean;
  /** No choice of these cells has a greater total, or misses less (below zero). */
  readonly bound: number;
}

/** Nodes times cells a search may look into: seconds at most. */
const mostWork = 4_000_000;
const leastNodes = 30;
const rounding = 1e-4;

/** The best choice of some cells that does what is asked; it joins the choices that are known. */
export function runProgram(
  { pricing, solveProgram, opposite }: AimStudy,
  asked: Asked,
  places: readonly number[],
  slack: Slack,
): ProgramChoice {
  const { columns } = pricing.problem;
  const nodes = Math.max(leastNodes, Math.floor(mostWork / Math.max(1, places.length)));
  const program = buildProgram(pricing, asked, places, { slack, opposite });
  const { state, values, bound } = solveProgram(program, nodes);
  const ended = state !== 'open';
  const known = { ended, bound: Math.floor(bound + rounding) };
  if (values === undefined) return known;
  const cells = places
    .filter((_, index) => (values[index] as number) > 0.5)
    .map((place): Cell => [Math.floor(place / columns), place % columns]);
  // What floating point calls a choice is one only where it counts as many cells.
  if (cells.length !== pricing.free.cells.length) return known;
  const choice = pricing.choiceOf(cells);
  pricing.choices.push(choice);
  return { ...known, choice };
}

/** The cells of some choices and some more, each once, by their places in the matrix. */
export function placesOf(
  { problem }: AimPricing,
  choices: readonly AimedChoice[],
  more: readonly number[] = [],
): readonly number[] {
  const places = new Set(more);
  for (const { cells } of choices) for (const [row, column] of cells) places.add(row * problem.columns + column);
  return [...places].sort((one, other) => one - other);
}
