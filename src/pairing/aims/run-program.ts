import { usableCapacities, type Edge } from '../assignment/assignment';
import { buildProgram, type Slack } from './build-program';
import type { AimedChoice, AimPricing } from './price-aims';
import type { Asked } from './search-bonuses';
import type { SolveProgram } from './solve-program';

/** What the search for several aims works with. */
export interface AimStudy {
  readonly pricing: AimPricing;
  readonly solveProgram: SolveProgram;
  /** The edge of the same two people in the other direction: only one of both is chosen. */
  readonly opposite?: (edge: Edge) => Edge | undefined;
}

export interface ProgramChoice {
  readonly choice?: AimedChoice;
  /** Whether the search came to its end: the choice is the best of these edges, or there is none. */
  readonly ended: boolean;
  /** No choice of these edges has a greater total, or misses less (below zero). */
  readonly bound: number;
}

/** Nodes times edges a search may look into: seconds at most. */
const mostWork = 4_000_000;
const leastNodes = 30;
const rounding = 1e-4;

/** Nodes that a programme of so many columns may look into. */
export function nodesFor(columns: number): number {
  return Math.max(leastNodes, Math.floor(mostWork / Math.max(1, columns)));
}

/** The best choice of some edges that does what is asked; it joins the choices that are known. */
export function runProgram(
  { pricing, solveProgram, opposite }: AimStudy,
  asked: Asked,
  places: readonly number[],
  slack: Slack,
  from?: AimedChoice,
): ProgramChoice {
  const { columns } = pricing.problem;
  const program = buildProgram(pricing, asked, places, { slack, opposite, from });
  const { state, values, bound } = solveProgram(program, nodesFor(places.length));
  const known = { ended: state !== 'open', bound: Math.floor(bound + rounding) };
  if (values === undefined) return known;
  const edges = places
    .filter((_, index) => (values[index] as number) > 0.5)
    .map((place): Edge => [Math.floor(place / columns), place % columns]);
  const choice = asChoice(pricing, edges);
  return choice === undefined ? known : { ...known, choice };
}

/** Edges as one more choice that is known; undefined where a rounding of floating point has lost an edge or doubled a place. */
export function asChoice(pricing: AimPricing, edges: readonly Edge[]): AimedChoice | undefined {
  if (edges.length !== pricing.free.edges.length || !isWithinPlaces(pricing, edges)) return undefined;
  const choice = pricing.choiceOf(edges);
  pricing.choices.push(choice);
  return choice;
}

function isWithinPlaces({ problem }: AimPricing, edges: readonly Edge[]): boolean {
  const left = [
    usableCapacities(problem.rowCapacity, problem.rows, problem.columns),
    usableCapacities(problem.columnCapacity, problem.columns, problem.rows),
  ] as const;
  const taken = new Set<number>();
  return (
    edges.every(([row, column]) => {
      taken.add(row * problem.columns + column);
      left[0][row] = (left[0][row] as number) - 1;
      left[1][column] = (left[1][column] as number) - 1;
      return left[0][row] >= 0 && left[1][column] >= 0;
    }) && taken.size === edges.length
  );
}

/** The edges of some choices and some more, each once, by their places in the matrix. */
export function placesOf(
  { problem }: AimPricing,
  choices: readonly AimedChoice[],
  more: readonly number[] = [],
): readonly number[] {
  const places = new Set(more);
  for (const { edges } of choices) for (const [row, column] of edges) places.add(row * problem.columns + column);
  return [...places].sort((one, other) => one - other);
}
