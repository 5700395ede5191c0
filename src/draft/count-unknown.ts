import { unknownRules, type UnknownRule } from '../domain/pairing';
import type { DraftHead } from '../domain/draft';

interface Rules {
  readonly unknown?: readonly UnknownRule[];
}

/** In how many of the pairs each rule could not be applied. */
export function countUnknown(pairs: readonly Rules[]): NonNullable<DraftHead['unknownRules']> {
  return Object.fromEntries(
    unknownRules.map((rule) => [rule, pairs.filter(({ unknown = [] }) => unknown.includes(rule)).length]),
  ) as Record<UnknownRule, number>;
}

/** The same after a change by hand; undefined for a draft that did not count. */
export function countUnknownAfter(
  before: DraftHead['unknownRules'],
  removed: readonly Rules[],
  added: readonly Rules[],
): DraftHead['unknownRules'] {
  if (before === undefined) return undefined;
  const [gone, come] = [countUnknown(removed), countUnknown(added)];
  return Object.fromEntries(unknownRules.map((rule) => [rule, before[rule] - gone[rule] + come[rule]])) as Record<
    UnknownRule,
    number
  >;
}
