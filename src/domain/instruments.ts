import type { Instrument } from './survey';

/** A question of the product's own; its words are the survey's, keys `question.<id>`. */
export type Question =
  | { readonly id: AgreementId; readonly type: 'agreement'; readonly reversed?: true }
  | { readonly id: 'again'; readonly type: 'zero-to-ten' }
  | ChoiceQuestion
  | { readonly id: 'comment'; readonly type: 'comment' };

/** Statements that people agree with from 1 to 5. */
export type AgreementId =
  | (typeof understanding)[number]['id']
  | (typeof engagement)[number]['id']
  | 'confidence'
  | 'confidence-then'
  | 'speak-up'
  | 'safe'
  | 'satisfied'
  | 'useful'
  | 'heard'
  | 'learned'
  | 'recognition'
  | 'pride'
  | 'meaning'
  | 'ideas'
  | 'variety';

/** Choices in an order; `counted` are those that a share counts, the others it does not. */
export type ChoiceQuestion =
  | {
      readonly id: 'tool-use';
      readonly type: 'choice';
      readonly choices: readonly ['never', 'tried', 'monthly', 'weekly', 'daily'];
      readonly counted: readonly ['monthly', 'weekly', 'daily'];
    }
  | {
      readonly id: 'contacts-function' | 'contacts-site';
      readonly type: 'choice';
      readonly choices: readonly ['none', 'few', 'some', 'many'];
      readonly counted: readonly ['some', 'many'];
    };

/**
 * What somebody knows of the work and the motives of people at another career stage or of another generation, as they see it themselves. Five
 * statements and two reversed ones, so that agreeing with everything is no high score; none of them says how an age group is.
 */
export const understanding = [
  { id: 'understand-work', type: 'agreement' },
  { id: 'understand-motives', type: 'agreement' },
  { id: 'understand-reasons', type: 'agreement', reversed: true },
  { id: 'understand-worries', type: 'agreement' },
  { id: 'understand-telling', type: 'agreement' },
  { id: 'understand-expects', type: 'agreement', reversed: true },
  { id: 'understand-asking', type: 'agreement' },
] as const;

/** Energy, interest and effort at work, in three statements. */
export const engagement = [
  { id: 'energy', type: 'agreement' },
  { id: 'interest', type: 'agreement' },
  { id: 'effort', type: 'agreement' },
] as const;

const tool: Question = {
  id: 'tool-use',
  type: 'choice',
  choices: ['never', 'tried', 'monthly', 'weekly', 'daily'],
  counted: ['monthly', 'weekly', 'daily'],
};
const contacts = (['contacts-function', 'contacts-site'] as const).map((id): Question => ({
  id,
  type: 'choice',
  choices: ['none', 'few', 'some', 'many'],
  counted: ['some', 'many'],
}));
const again: Question = { id: 'again', type: 'zero-to-ten' };
const comment: Question = { id: 'comment', type: 'comment' };
const agree = (...ids: readonly AgreementId[]): readonly Question[] => ids.map((id) => ({ id, type: 'agreement' }));

/** What can be asked of whoever had no hour yet: the start, and the end of a wait. */
const beforeHours: readonly (readonly Question[])[] = [
  understanding,
  agree('confidence', 'speak-up', 'recognition', 'pride', 'meaning', 'ideas'),
  [...engagement, ...contacts, tool],
];

/**
 * The pages of each instrument, seven questions a page at most: what fits on a phone without losing the thread. What is asked before and after has
 * the same words both times. Confidence is asked looking back as well, since people learn what they did not know (Howard, Response-Shift Bias, Evaluation Review 4, 1980).
 */
const pages: Readonly<Record<Instrument, readonly (readonly Question[])[]>> = {
  baseline: beforeHours,
  waiting: beforeHours,
  pulse: [agree('useful', 'heard', 'learned')],
  midpoint: [[...agree('satisfied', 'useful', 'heard', 'learned', 'safe'), comment]],
  closing: [
    [...agree('satisfied', 'useful', 'heard', 'learned', 'safe'), again],
    understanding,
    agree('confidence', 'confidence-then', 'speak-up', 'recognition', 'pride', 'meaning', 'ideas'),
    [...engagement, ...contacts, tool],
    [...agree('variety'), comment],
  ],
  'follow-up': [understanding, [...agree('confidence', 'speak-up', 'ideas'), ...contacts, tool], [again, comment]],
};

/** The questions of an instrument, page by page, in their order. */
export function instrumentPages(instrument: Instrument): readonly (readonly Question[])[] {
  return pages[instrument];
}

/** The questions of an instrument in their order. */
export function instrumentQuestions(instrument: Instrument): readonly Question[] {
  return pages[instrument].flat();
}

/** Whether an instrument has room for words of one's own. */
export function asksForComment(instrument: Instrument): boolean {
  return instrumentQuestions(instrument).some(({ type }) => type === 'comment');
}
