/**
 * The fewest people, pairs or answers of which a number is told, and that come into a published number together. In a smaller group the
 * others can work out who is meant: the minimum cell size of statistical disclosure control (Hundepool et al., Statistical Disclosure
 * Control, 2012, chapter 5), at the value that statistical offices use most.
 */
export const fewestTold = 5;

/** Whether a number about so many is told at all. */
export function isTold(count: number): boolean {
  return count >= fewestTold;
}

/**
 * Whether it is told that so many of a group did something. Not where one to four did not: the difference would tell of them. That
 * everybody did tells of nobody in particular.
 */
export function isShareTold({ of, did }: { readonly of: number; readonly did: number }): boolean {
  const didNot = of - did;
  return isTold(did) && (didNot <= 0 || isTold(didNot));
}
