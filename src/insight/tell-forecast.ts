import { fewestTold } from '../privacy/small-groups';
import type { Forecast } from './results-contract';
import { findSmallestChange } from './statistics/find-smallest-change';

/** Sizes between which people find theirs. */
const sizes = [5, 8, 12, 20, 40, 80] as const;

/** What will be told where so many people of a role answer twice, and the smallest change that could be seen. */
export function forecastFor(people: number): Forecast {
  const smallestChange = findSmallestChange(people);
  return {
    people,
    tells: people < fewestTold ? 'nothing' : people < 2 * fewestTold ? 'most' : 'all',
    ...(smallestChange === undefined ? {} : { smallestChange }),
  };
}

/** The same for sizes that programmes have. */
export function forecastSizes(): readonly Forecast[] {
  return sizes.map(forecastFor);
}
