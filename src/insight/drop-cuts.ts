import type { Results } from './results-contract';

/** The same results without what is told of people who share an attribute: for whoever reads the whole programme alone. */
export function dropCuts<R extends Pick<Results, 'rounds'>>(results: R): R {
  return {
    ...results,
    rounds: results.rounds.map(({ own, ...round }) => ({
      ...round,
      levels: round.levels.filter(isWhole),
      ...(own === undefined ? {} : { own: { ...own, levels: own.levels.filter(isWhole) } }),
    })),
  };
}

function isWhole({ cut }: { readonly cut?: string | undefined }): boolean {
  return cut === undefined;
}
