import { ownLimits, ownSurveys, type OwnQuestion, type OwnSurvey } from '../domain/own-questions';
import { languages, type Localised } from '../language/languages';
import { ok, type Ok } from '../kernel/result';
import type { QuestionsBody } from './api-contract';

export type QuestionFault =
  | 'words-missing'
  | 'words-long'
  | 'choices-few'
  | 'choices-many'
  | 'choice-twice'
  | 'surveys-none'
  | 'survey-not-planned'
  | 'id-invalid'
  | 'id-twice'
  | 'survey-full'
  | 'survey-words'
  | 'too-many'
  | 'threshold-low'
  | 'threshold-high';

/** One thing that does not fit. `path` names the field as the body has it, such as `questions.2.words.fr`. */
export interface QuestionIssue {
  readonly path: string;
  readonly fault: QuestionFault;
  /** The number that the words of the fault name; 0 where they name none. */
  readonly limit: number;
  readonly survey?: OwnSurvey;
}

export type CheckedQuestions =
  | Ok<readonly OwnQuestion[]>
  | { readonly ok: false; readonly reason: 'invalid'; readonly issues: readonly QuestionIssue[] };

const idOf = /^own-[a-z0-9][a-z0-9-]{0,29}$/u;
const mostThreshold = { scores: 50, comments: 100 } as const;

/** The questions as they are kept, without blanks around their words and without what their kind does not have; or all that does not fit. */
export function checkQuestions(
  { questions, thresholds }: QuestionsBody,
  planned: readonly OwnSurvey[],
  least: { readonly scores: number; readonly comments: number },
): CheckedQuestions {
  const issues: QuestionIssue[] = [];
  const add = (path: string, fault: QuestionFault, limit = 0, survey?: OwnSurvey): void => {
    issues.push({ path, fault, limit, ...(survey === undefined ? {} : { survey }) });
  };
  const cleaned = questions.map((question, index) => checkOne(question, `questions.${String(index)}`, planned, add));
  questions.forEach(({ id }, index) => {
    if (questions.findIndex((other) => other.id === id) < index) add(`questions.${String(index)}.id`, 'id-twice');
  });
  if (questions.length > ownLimits.inAll) add('questions', 'too-many', ownLimits.inAll);
  for (const survey of ownSurveys) {
    const inIt = cleaned.filter(({ surveys }) => surveys.includes(survey));
    const inWords = inIt.filter(({ kind }) => kind === 'comment');
    if (inIt.length > ownLimits.inSurvey) add('questions', 'survey-full', ownLimits.inSurvey, survey);
    if (inWords.length > ownLimits.commentsInSurvey)
      add('questions', 'survey-words', ownLimits.commentsInSurvey, survey);
  }
  for (const what of ['scores', 'comments'] as const) {
    const value = thresholds[what];
    if (!Number.isInteger(value) || value < least[what]) add(`thresholds.${what}`, 'threshold-low', least[what]);
    else if (value > mostThreshold[what]) add(`thresholds.${what}`, 'threshold-high', mostThreshold[what]);
  }
  return issues.length === 0 ? ok(cleaned) : { ok: false, reason: 'invalid', issues };
}

type Add = (path: string, fault: QuestionFault, limit?: number) => void;

function checkOne(
  { id, kind, words, ends, choices = [], who, surveys, place }: QuestionsBody['questions'][number],
  path: string,
  planned: readonly OwnSurvey[],
  add: Add,
): OwnQuestion {
  if (!idOf.test(id)) add(`${path}.id`, 'id-invalid');
  const asked = ownSurveys.filter((survey) => surveys.includes(survey));
  if (asked.length === 0) add(`${path}.surveys`, 'surveys-none');
  if (asked.some((survey) => !planned.includes(survey))) add(`${path}.surveys`, 'survey-not-planned');
  const cleaned = {
    id,
    kind,
    words: checkWords(words, `${path}.words`, ownLimits.words, add),
    who,
    surveys: asked,
    place,
  };
  if (kind === 'scale') {
    const { low = none, high = none } = ends ?? {};
    return {
      ...cleaned,
      ends: {
        low: checkWords(low, `${path}.ends.low`, ownLimits.end, add),
        high: checkWords(high, `${path}.ends.high`, ownLimits.end, add),
      },
    };
  }
  if (kind !== 'choice' && kind !== 'choices') return cleaned;
  return { ...cleaned, choices: checkChoices(choices, `${path}.choices`, add) };
}

function checkChoices(choices: readonly Localised<string>[], path: string, add: Add): readonly Localised<string>[] {
  if (choices.length < ownLimits.fewestChoices) add(path, 'choices-few', ownLimits.fewestChoices);
  if (choices.length > ownLimits.mostChoices) add(path, 'choices-many', ownLimits.mostChoices);
  const cleaned = choices.map((words, index) => checkWords(words, `${path}.${String(index)}`, ownLimits.choice, add));
  cleaned.forEach((words, index) => {
    for (const language of languages)
      if (words[language] !== '' && cleaned.findIndex((other) => other[language] === words[language]) < index)
        add(`${path}.${String(index)}.${language}`, 'choice-twice');
  });
  return cleaned;
}

function checkWords(words: Localised<string>, path: string, most: number, add: Add): Localised<string> {
  const cleaned = { fr: plain(words.fr), en: plain(words.en) };
  for (const language of languages) {
    if (cleaned[language] === '') add(`${path}.${language}`, 'words-missing');
    if (cleaned[language].length > most) add(`${path}.${language}`, 'words-long', most);
  }
  return cleaned;
}

/** On one line, without control characters and halves of characters; no-break spaces stay. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs} ]+/gu, ' ').trim();
}

const none: Localised<string> = { fr: '', en: '' };
