import type { DraftListPair } from '../domain/draft';

/** What two drafts have in common and where they differ. */
export interface DraftComparison {
  readonly same: readonly DraftListPair[];
  readonly onlyFirst: readonly DraftListPair[];
  readonly onlySecond: readonly DraftListPair[];
}

/** The pairs of both drafts, by what both have and what only one has, each in the order of its draft. */
export function compareDrafts(first: readonly DraftListPair[], second: readonly DraftListPair[]): DraftComparison {
  const keyOf = (pair: DraftListPair): string => `${pair.mentor.id}\n${pair.mentee.id}`;
  const inFirst = new Set(first.map(keyOf));
  const inSecond = new Set(second.map(keyOf));
  return {
    same: first.filter((pair) => inSecond.has(keyOf(pair))),
    onlyFirst: first.filter((pair) => !inSecond.has(keyOf(pair))),
    onlySecond: second.filter((pair) => !inFirst.has(keyOf(pair))),
  };
}
