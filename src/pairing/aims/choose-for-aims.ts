import { missedBy } from './meet-aims';
import { combineChoices } from './combine-choices';
import { narrowEdges } from './narrow-edges';
import type { AimedChoice } from './price-aims';
import { placesOf, runProgram, type AimStudy } from './run-program';
import { searchBonuses, type Asked, type FoundBonuses } from './search-bonuses';

/** How much work is worth it. */
export interface Effort {
  /** Bonuses that are tried. */
  readonly steps: number;
  /** Edges that a programme may have. */
  readonly most: number;
  /** Edges of a programme that is worth it however small the doubt. */
  readonly few: number;
  /** Doubts that are not worth much, of the bound and of the total, as shares of the total. */
  readonly near: { readonly bound: number; readonly total: number };
}

export interface ForAims {
  readonly choice: AimedChoice;
  /** No choice of as many edges that does what is asked has a greater total. */
  readonly bound: number;
  /** Bonuses with the bound that they prove; it holds without the aims whose bonus is 0 too. */
  readonly priced: { readonly bonuses: readonly number[]; readonly bound: number };
}

/** Parts of a point in which bonuses are found. */
export const finest = 64;
/** Choices whose parts are mixed for a first total. */
const mixed = 24;

/**
 * The greatest total of as many edges as possible that does what is asked: a bound from bonuses on the aims, a first choice mixed from
 * the choices met on the way, then, where that leaves a doubt, a programme of every edge that a better one could use. Undefined where no
 * choice is found that does it.
 */
export function chooseForAims(study: AimStudy, asked: Asked, effort: Effort): ForAims | undefined {
  const { pricing } = study;
  if (missedBy(study, asked, pricing.free) === 0 && !hasDouble(study, pricing.free))
    return { choice: pricing.free, bound: pricing.free.value, priced: { ...pricing.free, bound: pricing.free.value } };
  const { scale, bonuses: most } = pricing.limits(finest);
  const size = Math.abs(pricing.free.total);
  const near = scale * Math.max(0.5, size * effort.near.bound);
  const priced = searchBonuses(pricing, asked, { scale, most, steps: effort.steps, near }, study.solveProgram);
  const bound = pricing.totalUpTo(priced.bound / scale);
  const close = nearestChoices(study, asked, priced, scale);
  combineChoices(study, asked, close);
  let first = bestMeeting(study, asked);
  if (first === undefined) {
    runProgram(study, asked, placesOf(pricing, close), 'none');
    first = bestMeeting(study, asked);
  }
  if (first !== undefined && !hasDouble(study, first) && first.total >= bound)
    return { choice: first, bound: first.total, priced: { ...priced, bound } };
  const better = searchBetter(study, asked, priced, { scale, from: first, effort });
  const choice = bestMeeting(study, asked);
  if (choice === undefined) return undefined;
  return { choice, bound: Math.max(choice.total, Math.min(bound, better)), priced: { ...priced, bound } };
}

/** Looks for a better choice than the one known among the edges that it could use; returns what none exceeds. */
function searchBetter(
  study: AimStudy,
  asked: Asked,
  { bound, bonuses, choice }: FoundBonuses,
  { scale, from, effort }: { readonly scale: number; readonly from: AimedChoice | undefined; readonly effort: Effort },
): number {
  const { pricing } = study;
  const prices = choice ?? pricing.solve(scale, bonuses);
  const known = from === undefined || hasDouble(study, from) ? undefined : from;
  const wanted = known === undefined ? 2 ** 40 : bound - pricing.totalAbove(known.total) * scale;
  const { places, limit } = narrowEdges(pricing, prices, wanted, effort.most);
  const isNear = known !== undefined && bound / scale - known.total <= Math.abs(known.total) * effort.near.total;
  if (isNear && places.length > effort.few) return Infinity;
  const program = runProgram(
    study,
    asked,
    placesOf(pricing, known === undefined ? [] : [known], places),
    'none',
    known,
  );
  return pricing.totalUpTo(Math.max(program.bound, (bound - limit - 1) / scale));
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

function hasDouble({ pricing, opposite }: AimStudy, { edges }: AimedChoice): boolean {
  if (opposite === undefined) return false;
  const { columns } = pricing.problem;
  const chosen = new Set(placesOf(pricing, [{ edges, total: 0, sums: [] }]));
  return edges.some((edge) => {
    const back = opposite(edge);
    return back !== undefined && chosen.has(back[0] * columns + back[1]);
  });
}
