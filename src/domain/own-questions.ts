import type { Localised } from '../language/languages';
import type { Side } from './proposal';

/** How a question of HR's own is answered: 1 to 5, one choice, several choices, 0 to 10, or words. */
export const ownKinds = ['scale', 'choice', 'choices', 'zero-to-ten', 'comment'] as const;
export type OwnKind = (typeof ownKinds)[number];

/** The surveys that take questions of HR's own: the pulse stays three questions, under 20 seconds. */
export const ownSurveys = ['baseline', 'midpoint', 'closing', 'follow-up'] as const;
export type OwnSurvey = (typeof ownSurveys)[number];

/** What HR may write: beyond, a card would be larger than Teams takes, and a survey longer than people answer. */
export const ownLimits = {
  words: 300,
  end: 60,
  choice: 80,
  fewestChoices: 2,
  mostChoices: 10,
  inAll: 40,
  /** Questions of one survey, of both roles together. */
  inSurvey: 10,
  /** Of them, with an answer in words: each makes the sheet that is kept as long as the longest comment. */
  commentsInSurvey: 2,
} as const;

/** A question that HR wrote. Its words and choices are the plan's; nothing of the product's own is altered by it. */
export interface OwnQuestion {
  /** `own-` and a short name, the same in every survey it stands in. */
  readonly id: string;
  readonly kind: OwnKind;
  readonly words: Localised<string>;
  /** Of a scale: what 1 and 5 mean. */
  readonly ends?: { readonly low: Localised<string>; readonly high: Localised<string> } | undefined;
  /** Of a choice and of several; the first one is answered as `c1`. */
  readonly choices?: readonly Localised<string>[] | undefined;
  readonly who: Side | 'both';
  readonly surveys: readonly OwnSurvey[];
  /** Before the questions of the product, or after them. */
  readonly place: 'before' | 'after';
}

/** The questions of HR's own in one round, as they were when people were invited. Answers to another version are not compared with these. */
export interface OwnInstrument {
  readonly version: number;
  readonly questions: readonly OwnQuestion[];
}

/** The id under which the choice at an index is answered. */
export function choiceId(index: number): string {
  return `c${String(index + 1)}`;
}

/** The ids of a question's choices, in their order. */
export function choiceIds({ choices = [] }: OwnQuestion): readonly string[] {
  return choices.map((_words, index) => choiceId(index));
}
