import { missWorth } from './build-program';
import { narrowEdges } from './narrow-edges';
import type { AimedChoice } from './price-aims';
import { placesOf, runProgram, type AimStudy } from './run-program';
import { searchBonuses, type Asked, type FoundBonuses } from './search-bonuses';

/** Whether aims can be met together by as many edges as there can be. */
export interface Meeting {
  /** Undefined where neither was proved. */
  readonly possible: boolean | undefined;
  /** The choice that misses the least of those that are known, and how much: in units of `missWorth`. */
  readonly nearest: AimedChoice;
  readonly missed: number;
}

/** What one unit missed costs at most while it is asked whether nothing need be missed. */
const unit = 1000;
const mostSteps = 60;
/** Edges that a programme may have to ask for the least that is missed. */
const mostPlaces = 20_000;

/**
 * How much must be missed at the least. The bound comes from the exact engine with bonuses alone; where it is above nothing, the aims
 * fight, and that is proved in whole numbers (Farkas). Else a choice is looked for, in a programme of all edges where they are few.
 */
export function meetAims(study: AimStudy, asked: Asked, { nearest }: { readonly nearest: boolean }): Meeting {
  const { pricing, solveProgram } = study;
  const known = leastMissed(study, asked);
  if (known.missed === 0) return { possible: true, ...known };
  const worth = missWorth(pricing, asked);
  const most = pricing.aims.map(() => 0);
  asked.forEach(({ aim }, index) => {
    most[aim] = unit * (worth[index] as number);
  });
  const found = searchBonuses(
    pricing,
    asked,
    { scale: 0, most, steps: mostSteps, near: 1, ...(nearest ? {} : { below: 0 }) },
    solveProgram,
  );
  const least = Math.max(0, Math.ceil(-found.bound / unit));
  if (least > 0 && !nearest) return { possible: false, ...known };
  const searched = leastMissed(study, asked);
  if (searched.missed > least) {
    const { places, all } = placesNear(study, found);
    const { ended, choice } = runProgram(study, asked, places, 'least');
    const best = leastMissed(study, asked);
    if (best.missed > 0 && least === 0 && !(all && ended && choice !== undefined))
      return { possible: undefined, ...best };
    return { possible: best.missed === 0, ...best };
  }
  return { possible: searched.missed === 0, ...searched };
}

/** What a choice misses of what is asked, in units of `missWorth`. */
export function missedBy({ pricing }: AimStudy, asked: Asked, { sums }: AimedChoice): number {
  const worth = missWorth(pricing, asked);
  return asked.reduce(
    (sum, { aim, least }, index) => sum + (worth[index] as number) * Math.max(0, least - (sums[aim] as number)),
    0,
  );
}

function leastMissed(study: AimStudy, asked: Asked): { readonly nearest: AimedChoice; readonly missed: number } {
  return study.pricing.choices
    .map((nearest) => ({ nearest, missed: missedBy(study, asked, nearest) }))
    .reduce((one, other) =>
      other.missed < one.missed || (other.missed === one.missed && other.nearest.total > one.nearest.total)
        ? other
        : one,
    );
}

/** Every edge where they are few; else those of the choices that are known and those that cost little at the bonuses found. */
function placesNear(
  { pricing }: AimStudy,
  { choice, bonuses }: FoundBonuses,
): { readonly places: readonly number[]; readonly all: boolean } {
  const allowed = pricing.allowed(mostPlaces);
  if (allowed !== undefined) return { places: allowed, all: true };
  const near = narrowEdges(pricing, choice ?? pricing.solve(0, bonuses), unit, mostPlaces);
  return { places: placesOf(pricing, pricing.choices, near.places), all: false };
}
