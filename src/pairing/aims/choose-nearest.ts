import { chooseForAims, finest, type Effort } from './choose-for-aims';
import { meetAims, missedBy } from './meet-aims';
import { narrowEdges } from './narrow-edges';
import type { AimedChoice } from './price-aims';
import { placesOf, runProgram, type AimStudy } from './run-program';
import type { Asked } from './search-bonuses';

/**
 * A choice of as many edges that misses the least of what is asked, summed over the aims with a pair weighing the same in each, and then
 * has a great total: the best of one way to miss so little, and of a programme that may share what is missed out otherwise.
 */
export function chooseNearest(study: AimStudy, asked: Asked, effort: Effort): AimedChoice {
  const { pricing } = study;
  const { nearest, missed } = meetAims(study, asked, { nearest: true });
  const eased = asked.map(({ aim, least }) => ({ aim, least: Math.min(least, nearest.sums[aim] as number) }));
  const found = chooseForAims(study, eased, effort);
  const { scale } = pricing.limits(finest);
  const prices = pricing.solve(scale, found?.priced.bonuses ?? pricing.free.bonuses);
  const { places } = narrowEdges(pricing, prices, 2 ** 40, effort.most);
  runProgram(
    study,
    asked,
    placesOf(pricing, found === undefined ? [nearest] : [nearest, found.choice], places),
    missed,
  );
  return pricing.choices
    .filter((choice) => missedBy(study, asked, choice) <= missed)
    .reduce((one, other) => (other.total > one.total ? other : one), nearest);
}
