import { foldText } from '../kernel/fold-text';

/**
 * The fewest people, pairs or answers of which a number is told, and that come into a published number together. In a smaller group the
 * others can work out who is meant: the minimum cell size of statistical disclosure control (Hundepool et al., Statistical Disclosure
 * Control, 2012, chapter 5), at the value that statistical offices use most.
 */
export const fewestTold = 5;

/** The fewest comments that are shown together, shuffled: of fewer, whoever knows how people write finds one. */
export const fewestComments = 2 * fewestTold;

/** The fewest people of whom courage and safety are told. */
export const fewestGuarded = 2 * fewestTold;

/** From how many answers on a programme tells something: what its plan says, and never less than the two numbers above. */
export function thresholdsOf({
  thresholds,
}: {
  readonly thresholds?: { readonly scores: number; readonly comments: number } | undefined;
}): { readonly scores: number; readonly comments: number } {
  return {
    scores: Math.max(fewestTold, thresholds?.scores ?? 0),
    comments: Math.max(fewestComments, thresholds?.comments ?? 0),
  };
}

/** Whether a number about so many is told at all. That there are none is another question: who asks knows whether it tells of a person. */
export function isTold(count: number): boolean {
  return count >= fewestTold;
}

/** Whether a number may follow from others that are told: it is none at all, or of enough. */
export function isNoFew(count: number): boolean {
  return count === 0 || isTold(count);
}

/** Whether both a part and its whole may be told: neither the part nor what is left of the whole is a few. */
export function tellsOfNoFew(part: number, whole: number): boolean {
  return isTold(part) && isNoFew(Math.abs(whole - part));
}

/**
 * What is told of a count that private acts move: a floor in steps of five, so "at least 15" for 15 to 19, never the count itself. It never
 * falls and is never withdrawn, so that what is told tomorrow tells nothing of today; undefined while fewer than five did it.
 */
export function toldFloor(before: number | undefined, count: number): number | undefined {
  const floor = Math.max(before ?? 0, Math.floor(count / fewestTold) * fewestTold);
  return floor === 0 ? undefined : floor;
}

/**
 * Whether a word that describes a person, such as their function, may be told of them before their name is: where at least five of the
 * people it could mean are described by the same word, however it is written. Asked of the words of all of them, one each.
 */
export function tellsOfMany(words: Iterable<string>): (word: string) => boolean {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(foldText(word), (counts.get(foldText(word)) ?? 0) + 1);
  return (word) => isTold(counts.get(foldText(word)) ?? 0);
}

/** Whether comments are told: of so many people at least, as the programme has it. */
export function isTellingComments(comments: readonly { readonly person: string }[], fewest: number): boolean {
  return new Set(comments.map(({ person }) => person)).size >= fewest;
}
