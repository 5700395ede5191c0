import { missedBy } from './meet-aims';
import { narrowCells } from './narrow-cells';
import type { AimedChoice } from './price-aims';
import { placesOf, runProgram, type AimStudy } from './run-program';
import { searchBonuses, type Asked, type FoundBonuses } from './search-bonuses';

/** How much work is worth it. */
export interface Effort {
  /** Cells that a programme may have. */
  readonly places: number;
  /** Bonuses that are tried. */
  readonly steps: number;
  /** How near to the least a bound must be, and how near to the bound a total to be left without a second programme: shares of the total. */
  readonly near: { readonly bound: number; readonly total: number };
}

export interface ForAims {
  readonly choice: AimedChoice;
  /** No choice of as many cells that does what is asked has a greater total. */
  readonly bound: number;
  /** Bonuses of a point's `scale` parts at which the bound was found; 0 for an aim that costs nothing. */
  readonly bonuses: readonly number[];
}

/** Parts of a point in which bonuses are found. */
export const finest = 64;
/** Choices whose cells are mixed for a first total. */
const mixed = 12;

/**
 * The greatest total of as many cells as possible that does what is asked: a bound from bonuses on the aims, a first choice from the
 * cells of the choices met on the way, then a programme of every cell that a better one could use. Undefined where no choice is found
 * that does it.
 */
export function chooseForAims(study: AimStudy, asked: Asked, effort: Effort): ForAims | undefined {
  const { pricing } = study;
  const none = pricing.aims.map(() => 0);
  if (missedBy(study, asked, pricing.free) === 0 && !hasDouble(study, pricing.free))
    return { choice: pricing.free, bound: pricing.free.value, bonuses: none };
  const { scale, bonuses: most } = pricing.limits(finest);
  const size = Math.abs(pricing.free.total);
  const near = scale * Math.max(0.5, size * effort.near.bound);
  const priced = searchBonuses(pricing, asked, { scale, most, steps: effort.steps, near }, study.solveProgram);
  const bound = Math.floor(priced.bound / scale);
  const found = (): AimedChoice | undefined => bestMeeting(study, asked);
  runProgram(study, asked, placesOf(pricing, nearestChoices(study, asked, priced, scale)), 'none');
  const first = found();
  if (first !== undefined && bound - first.total <= size * effort.near.total)
    return { choice: first, bound: Math.max(first.total, bound), bonuses: priced.bonuses };
  const better = searchBetter(study, asked, priced, { scale, from: first, effort });
  const choice = found();
  if (choice === undefined) return undefined;
  return { choice, bound: Math.max(choice.total, Math.min(bound, better)), bonuses: priced.bonuses };
}

/** Looks for a better choice than the one known among the cells that it could use; returns what none exceeds. */
function searchBetter(
  study: AimStudy,
  asked: Asked,
  { bound, bonuses, choice }: FoundBonuses,
  { scale, from, effort }: { readonly scale: number; readonly from: AimedChoice | undefined; readonly effort: Effort },
): number {
  const { pricing } = study;
  const prices = choice ?? pricing.solve(scale, bonuses);
  const wanted = from === undefined ? 2 ** 40 : bound - (from.total + 1) * scale;
  const { places, limit } = narrowCells(pricing, prices, wanted, effort.places);
  const program = runProgram(study, asked, places, 'none');
  return Math.max(program.bound, Math.floor((bound - limit - 1) / scale));
}

/** The choices that are worth most at the bonuses found. */
function nearestChoices(
  { pricing }: AimStudy,
  asked: Asked,
  { bonuses }: FoundBonuses,
  scale: number,
): readonly AimedChoice[] {
  const worth = ({ total, sums }: AimedChoice): number =>
    asked.reduce(
      (sum, { aim, least }) => sum + (bonuses[aim] as number) * ((sums[aim] as number) - least),
      scale * total,
    );
  return [...pricing.choices]
    .map((choice, index) => ({ choice, index, value: worth(choice) }))
    .sort((one, other) => other.value - one.value || one.index - other.index)
    .slice(0, mixed)
    .map(({ choice }) => choice);
}

/** The best known choice that does what is asked; one that puts the same two people together twice only where there is no other. */
function bestMeeting(study: AimStudy, asked: Asked): AimedChoice | undefined {
  const meeting = study.pricing.choices.filter((choice) => missedBy(study, asked, choice) === 0);
  const single = meeting.filter((choice) => !hasDouble(study, choice));
  return (single.length > 0 ? single : meeting).reduce<AimedChoice | undefined>(
    (best, one) => (best === undefined || one.total > best.total ? one : best),
    undefined,
  );
}

function hasDouble({ pricing, opposite }: AimStudy, { cells }: AimedChoice): boolean {
  if (opposite === undefined) return false;
  const { columns } = pricing.problem;
  const chosen = new Set(placesOf(pricing, [{ cells, total: 0, sums: [] }]));
  return cells.some((cell) => {
    const back = opposite(cell);
    return back !== undefined && chosen.has(back[0] * columns + back[1]);
  });
}
