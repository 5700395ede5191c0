import { fewestGuarded, fewestTold } from '../privacy/small-groups';
import type { Forecast } from './results-contract';
import { findSmallestChange } from './statistics/find-smallest-change';

/** Sizes between which people find theirs. */
const sizes = [5, 8, 12, 20, 40, 80] as const;

/** What will be told from `fewest` answers on where so many people of a role answer twice, and the smallest change that could be seen. */
export function forecastFor(people: number, fewest = fewestTold): Forecast {
  const smallestChange = findSmallestChange(people);
  return {
    people,
    tells: people < fewest ? 'nothing' : people < fewestGuarded ? 'most' : 'all',
    ...(smallestChange === undefined || people < fewest ? {} : { smallestChange }),
  };
}

/** The same for sizes that programmes have. */
export function forecastSizes(fewest = fewestTold): readonly Forecast[] {
  return sizes.map((people) => forecastFor(people, fewest));
}
