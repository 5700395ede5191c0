import { ok, refused, type Result } from '../kernel/result';
import { instrumentQuestions, type Question } from '../domain/instruments';
import type { Instrument } from '../domain/survey';

export const longestComment = 4000;

/** The answers as they are stored: only questions of the instrument, each in its range. At least one must be given, save where it may be empty: somebody who looks at the next page. */
export function checkAnswers(
  instrument: Instrument,
  given: Readonly<Record<string, string>>,
  { mayBeEmpty = false }: { readonly mayBeEmpty?: boolean } = {},
): Result<{ readonly values: Readonly<Record<string, number | string>>; readonly comment?: string }, 'invalid'> {
  const questions = new Map<string, Question>(
    instrumentQuestions(instrument).map((question) => [question.id, question]),
  );
  const values: Record<string, number | string> = {};
  let comment: string | undefined;
  for (const [id, text] of Object.entries(given)) {
    const question = questions.get(id);
    if (question === undefined) return refused('invalid');
    const trimmed = text.trim();
    if (trimmed === '') continue;
    const value = checkValue(question, trimmed);
    if (value === undefined) return refused('invalid');
    if (question.type === 'comment') comment = plainText(trimmed);
    else values[id] = value;
  }
  if (!mayBeEmpty && Object.keys(values).length === 0 && comment === undefined) return refused('invalid');
  return ok({ values, ...(comment === undefined ? {} : { comment }) });
}

function checkValue(question: Question, text: string): number | string | undefined {
  switch (question.type) {
    case 'agreement':
      return wholeNumber(text, 1, 5);
    case 'zero-to-ten':
      return wholeNumber(text, 0, 10);
    case 'choice':
      return question.choices.find((choice) => choice === text);
    case 'comment':
      return text.length <= longestComment ? text : undefined;
  }
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
