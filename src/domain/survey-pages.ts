import type { Localised } from '../language/languages';
import { asksForComment, instrumentPages, type Question } from './instruments';
import type { OwnInstrument, OwnQuestion } from './own-questions';
import type { Side } from './proposal';
import type { Instrument } from './survey';

/** A question as it is put to somebody: the product's, or HR's. */
export type AskedQuestion = Question | { readonly id: string; readonly type: 'own'; readonly own: OwnQuestion };

/** What is asked in a round. */
export interface AskedRound {
  readonly instrument: Instrument;
  readonly own?: OwnInstrument | undefined;
}

/** The questions of a survey, of those of a plan; undefined where it has none. */
export function ownInstrumentOf(
  surveys:
    { readonly questions?: readonly OwnQuestion[] | undefined; readonly version?: number | undefined } | undefined,
  instrument: Instrument,
): OwnInstrument | undefined {
  const questions = (surveys?.questions ?? []).filter((question) => isIn(question, instrument));
  return questions.length === 0 ? undefined : { version: surveys?.version ?? 1, questions };
}

/** Whether a question stands in the survey. */
export function isIn({ surveys }: OwnQuestion, instrument: Instrument): boolean {
  const names: readonly Instrument[] = surveys;
  return names.includes(instrument);
}

const mostOnPage = 7;
/**
 * Characters that a page of a card may hold beside its frame: every input stands in it twice, for clients that know no labels. With them a card stays
 * under 26 KB in UTF-16 (`tests/unit/cards/own-questions.test.ts`).
 */
const mostWeight = 9_500;
const builtInWeight = 1_000;
const commentWeight = 8_600;

/**
 * The pages of a round as one side is asked: the product's own pages as they are, and before and after them those of HR's, seven questions a page at most. A few
 * questions join the product's page next to them where there is room.
 */
export function surveyPages({ instrument, own }: AskedRound, side: Side): readonly (readonly AskedQuestion[])[] {
  const builtIn = instrumentPages(instrument);
  const mine = (own?.questions ?? []).filter(({ who }) => who === 'both' || who === side);
  if (mine.length === 0) return builtIn;
  const placed = (place: OwnQuestion['place']): readonly (readonly AskedQuestion[])[] =>
    paginate(mine.filter((question) => question.place === place).map((question) => asAsked(question)));
  return join(join(placed('before'), builtIn), placed('after'));
}

/** The questions of a round as one side is asked, in their order. */
export function surveyQuestions(round: AskedRound, side: Side): readonly AskedQuestion[] {
  return surveyPages(round, side).flat();
}

/** How many answers in words the round's sheets have room for beside that of the product: the same for both sides, so that the length of a sheet tells neither. */
export function ownComments({ own }: AskedRound): number {
  return (own?.questions ?? []).filter(({ kind }) => kind === 'comment').length;
}

/** Whether a question is answered in words. */
export function isInWords(question: AskedQuestion): boolean {
  return question.type === 'comment' || (question.type === 'own' && question.own.kind === 'comment');
}

/** A question that is answered in words; `own` where HR wrote it. */
export interface WordQuestion {
  readonly id: string;
  readonly own?: OwnQuestion;
}

/** The id of the product's own question that is answered in words, in every survey that has one. */
export const commentId = 'comment';

/** The questions of a round that are answered in words, of both sides together: the product's, then those of HR in their order. */
export function wordQuestions({ instrument, own }: AskedRound): readonly WordQuestion[] {
  const ofHr = (own?.questions ?? []).filter(({ kind }) => kind === 'comment');
  return [...(asksForComment(instrument) ? [{ id: commentId }] : []), ...ofHr.map((one) => ({ id: one.id, own: one }))];
}

/** Whether anything in a round is answered in words. */
export function asksInWords(round: AskedRound): boolean {
  return wordQuestions(round).length > 0;
}

function asAsked(own: OwnQuestion): AskedQuestion {
  return { id: own.id, type: 'own', own };
}

type Page = readonly AskedQuestion[];

function paginate(questions: readonly AskedQuestion[]): readonly Page[] {
  const pages: AskedQuestion[][] = [];
  for (const question of questions) {
    const last = pages.at(-1);
    if (last === undefined || !fits([...last, question])) pages.push([question]);
    else last.push(question);
  }
  return pages;
}

/** Both, in this order; where they meet two pages are one if it fits. */
function join(first: readonly Page[], second: readonly Page[]): readonly Page[] {
  const [end, start] = [first.at(-1), second[0]];
  if (end === undefined || start === undefined || !fits([...end, ...start])) return [...first, ...second];
  return [...first.slice(0, -1), [...end, ...start], ...second.slice(1)];
}

function fits(page: Page): boolean {
  return page.length <= mostOnPage && page.reduce((sum, question) => sum + weightOf(question), 0) <= mostWeight;
}

function weightOf(question: AskedQuestion): number {
  if (question.type === 'comment') return commentWeight;
  if (question.type !== 'own') return builtInWeight;
  const { own } = question;
  const longest = ({ fr, en }: Localised<string>): number => 2 * Math.max(fr.length, en.length);
  const frame = 500 + 2 * longest(own.words);
  switch (own.kind) {
    case 'scale':
      return frame + 300 + longest(own.ends?.low ?? none) + longest(own.ends?.high ?? none);
    case 'zero-to-ten':
      return frame + 900;
    case 'comment':
      return frame + commentWeight - 600;
    case 'choice':
    case 'choices':
      return (own.choices ?? []).reduce((sum, words) => sum + 90 + longest(words), frame);
  }
}

const none: Localised<string> = { fr: '', en: '' };
