import type { Results } from './results-contract';

/** The same results without what is told of people who share an attribute: for whoever reads the whole programme alone. */
export function dropCuts<R extends Pick<Results, 'rounds'>>(results: R): R {
  return {
    ...results,
    rounds: results.rounds.map((round) => ({ ...round, levels: round.levels.filter(({ cut }) => cut === undefined) })),
  };
}
