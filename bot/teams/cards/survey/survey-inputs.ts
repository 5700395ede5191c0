import type { Question } from '../../../../src/domain/instruments';
import type { Language } from '../../../../src/language/languages';
import { surveyText } from '../../../../src/survey/text/survey-text';

/** A question with its choices. */
export interface Choices {
  readonly id: string;
  readonly label: string;
  /** What was chosen before; empty where nothing was. */
  readonly value: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
}

/** The words of a question. */
export function questionText(question: Question, language: Language): string {
  return surveyText(language, `question.${question.id}`);
}

/** What may be chosen in answer to it. */
export function choicesOf(question: Exclude<Question, { type: 'comment' }>, language: Language): Choices['choices'] {
  const choice = (value: string, title: string) => ({ value, title });
  switch (question.type) {
    case 'agreement':
      return (['1', '2', '3', '4', '5'] as const).map((value) =>
        choice(value, surveyText(language, `agreement.${value}`)),
      );
    case 'zero-to-ten':
      return Array.from({ length: 11 }, (_, step) => choice(String(step), zeroToTen(step, language)));
    case 'choice':
      return question.choices.map((value) => choice(value, surveyText(language, `choice.${value}`)));
  }
}

function zeroToTen(step: number, language: Language): string {
  if (step === 0) return surveyText(language, 'zero-to-ten.lowest');
  return step === 10 ? surveyText(language, 'zero-to-ten.highest') : String(step);
}
