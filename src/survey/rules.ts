import { ok, refused, type Result } from '../kernel/result';
import { choiceIds, type OwnQuestion } from '../domain/own-questions';
import type { AnswerSheet } from '../domain/survey';
import type { AskedQuestion } from '../domain/survey-pages';

export const longestComment = 4000;

/** The answers as they are stored: only questions that were asked, each in its range. At least one must be given, save where it may be empty: somebody who looks at the next page. */
export function checkAnswers(
  asked: readonly AskedQuestion[],
  given: Readonly<Record<string, string>>,
  { mayBeEmpty = false }: { readonly mayBeEmpty?: boolean } = {},
): Result<Pick<AnswerSheet, 'values' | 'comment' | 'comments'>, 'invalid'> {
  const questions = new Map(asked.map((question) => [question.id, question]));
  const values: Record<string, number | string> = {};
  const comments: Record<string, string> = {};
  let comment: string | undefined;
  for (const [id, text] of Object.entries(given)) {
    const question = questions.get(id);
    if (question === undefined) return refused('invalid');
    const trimmed = text.trim();
    if (trimmed === '') continue;
    const value = checkValue(question, trimmed);
    if (value === undefined) return refused('invalid');
    if (question.type === 'comment') comment = plainText(trimmed);
    else if (question.type === 'own' && question.own.kind === 'comment') comments[id] = plainText(trimmed);
    else values[id] = value;
  }
  const isEmpty = [values, comments].every((answers) => Object.keys(answers).length === 0) && comment === undefined;
  if (!mayBeEmpty && isEmpty) return refused('invalid');
  return ok({
    values,
    ...(comment === undefined ? {} : { comment }),
    ...(Object.keys(comments).length === 0 ? {} : { comments }),
  });
}

function checkValue(question: AskedQuestion, text: string): number | string | undefined {
  switch (question.type) {
    case 'agreement':
      return wholeNumber(text, 1, 5);
    case 'zero-to-ten':
      return wholeNumber(text, 0, 10);
    case 'choice':
      return question.choices.find((choice) => choice === text);
    case 'comment':
      return text.length <= longestComment ? text : undefined;
    case 'own':
      return checkOwn(question.own, text);
  }
}

function checkOwn(own: OwnQuestion, text: string): number | string | undefined {
  switch (own.kind) {
    case 'scale':
      return wholeNumber(text, 1, 5);
    case 'zero-to-ten':
      return wholeNumber(text, 0, 10);
    case 'choice':
      return choiceIds(own).find((id) => id === text);
    case 'choices':
      return someOf(choiceIds(own), text.split(','));
    case 'comment':
      return text.length <= longestComment ? text : undefined;
  }
}

/** Those that were chosen, in the order of the question, each once; undefined where one is none of them. */
function someOf(ids: readonly string[], chosen: readonly string[]): string | undefined {
  return chosen.every((id) => ids.includes(id)) ? ids.filter((id) => chosen.includes(id)).join(',') : undefined;
}

/** Without what no keyboard writes: control characters but line breaks and tabs, and halves of characters. */
function plainText(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/[\p{Cc}\p{Cs}]/gu, (character) => (character === '\n' || character === '\t' ? character : ''));
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
  if (!/^\d{1,2}$/u.test(text)) return undefined;
  const number = Number(text);
  return number >= least && number <= most ? number : undefined;
}
