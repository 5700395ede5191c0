import type { DraftListPair as ListPair } from '../../../src/domain/draft';
import { compareDrafts } from '../../../src/draft/compare-drafts';

/** A mentor whose mentees are not the same in two drafts, with those that only one of them has. */
export interface ChangedMentor {
  readonly mentor: ListPair['mentor'];
  readonly first: readonly ListPair[];
  readonly second: readonly ListPair[];
}

/** How many pairs two drafts share, and the mentors whose pairs differ, in the order of the first draft. */
export function changedMentors(
  first: readonly ListPair[],
  second: readonly ListPair[],
): { readonly same: number; readonly changed: readonly ChangedMentor[] } {
  const { same, onlyFirst, onlySecond } = compareDrafts(first, second);
  const own = new Map([...onlyFirst, ...onlySecond].map((pair) => [pair.mentor.id, pair.mentor] as const));
  return {
    same: same.length,
    changed: [...own.values()].map((mentor) => ({
      mentor,
      first: onlyFirst.filter((pair) => pair.mentor.id === mentor.id),
      second: onlySecond.filter((pair) => pair.mentor.id === mentor.id),
    })),
  };
}
