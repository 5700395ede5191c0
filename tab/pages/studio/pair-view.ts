import type { DraftListPair as ListPair } from '../../../src/domain/draft';
import { foldText } from '../../../src/kernel/fold-text';
import type { Language } from '../../host/host';
import { pairKey } from './choice-sets';

export const pairOrders = ['points-up', 'points-down', 'mentor', 'mentee'] as const;
export type PairOrder = (typeof pairOrders)[number];
export const pairKinds = ['all', 'locked', 'by-hand', 'apart', 'unknown'] as const;
export type PairKind = (typeof pairKinds)[number];

/** What the reader has chosen to see of a draft’s pairs. */
export interface PairChoice {
  readonly search: string;
  readonly kind: PairKind;
  readonly topic: string;
  readonly order: PairOrder;
}

/** Every pair; those with the fewest points first, since they are looked at first. */
export const allPairs: PairChoice = { search: '', kind: 'all', topic: '', order: 'points-up' };

/** Keys of the pairs that are kept, and of the people who are kept apart, at the next run. */
export interface PairMarks {
  readonly locked: ReadonlySet<string>;
  readonly apart: ReadonlySet<string>;
}

/** The key of a pair of the list. */
export function keyOf(pair: ListPair): string {
  return pairKey(pair.mentor.id, pair.mentee.id);
}

/** The pairs with the words that are searched, folded once for the whole list. */
export function searchable(pairs: readonly ListPair[]): readonly (readonly [pair: ListPair, words: string])[] {
  return pairs.map((pair) => [pair, foldText(`${pair.mentor.name} ${pair.mentee.name}`)] as const);
}

/** The pairs that were asked for, in the order that was asked for; equal ones by the mentor’s name. */
export function choosePairs(
  pairs: readonly (readonly [pair: ListPair, words: string])[],
  choice: PairChoice,
  marks: PairMarks,
  language: Language,
): readonly ListPair[] {
  const wanted = foldText(choice.search);
  const names = new Intl.Collator(language);
  return pairs
    .filter(
      ([pair, words]) =>
        words.includes(wanted) &&
        (choice.topic === '' || pair.topics.includes(choice.topic)) &&
        isOfKind(pair, choice.kind, marks),
    )
    .map(([pair]) => pair)
    .toSorted((a, b) => compare(a, b, choice.order, names) || names.compare(a.mentor.name, b.mentor.name));
}

function isOfKind(pair: ListPair, kind: PairKind, marks: PairMarks): boolean {
  switch (kind) {
    case 'all':
      return true;
    case 'locked':
      return marks.locked.has(keyOf(pair));
    case 'by-hand':
      return pair.byHand === true;
    case 'apart':
      return marks.apart.has(keyOf(pair));
    case 'unknown':
      return pair.unknown !== undefined;
  }
}

function compare(a: ListPair, b: ListPair, order: PairOrder, names: Intl.Collator): number {
  switch (order) {
    case 'points-up':
      return a.score - b.score;
    case 'points-down':
      return b.score - a.score;
    case 'mentor':
      return names.compare(a.mentor.name, b.mentor.name);
    case 'mentee':
      return names.compare(a.mentee.name, b.mentee.name);
  }
}
