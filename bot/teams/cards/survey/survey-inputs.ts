import { choiceId, type OwnQuestion } from '../../../../src/domain/own-questions';
import { isInWords, type AskedQuestion } from '../../../../src/domain/survey-pages';
import type { Language } from '../../../../src/language/languages';
import { surveyText } from '../../../../src/survey/text/survey-text';
import { escapeText, inputValue, labelText } from '../escape-text';

/** A question as the template of the card takes it. */
export interface QuestionInput {
  readonly id: string;
  /** Plain, as a label shows it. */
  readonly label: string;
  /** The same for clients that know no labels, and would read Markdown in it. */
  readonly text: string;
  readonly takes: 'one' | 'several' | 'words';
  /** What was chosen or typed before; empty where nothing was. */
  readonly value: string;
  readonly choices: readonly Choice[];
}

interface Choice {
  readonly title: string;
  readonly value: string;
}

/** The input of a question, with what was answered before. */
export function inputOf(question: AskedQuestion, language: Language, given: string): QuestionInput {
  const words = questionText(question, language);
  const takes = isInWords(question) ? 'words' : takesSeveral(question) ? 'several' : 'one';
  return {
    id: question.id,
    ...(question.type === 'own' ? { label: labelText(words), text: escapeText(words) } : { label: words, text: words }),
    takes,
    value: takes === 'words' ? inputValue(given) : given,
    choices: choicesOf(question, language),
  };
}

function questionText(question: AskedQuestion, language: Language): string {
  return question.type === 'own' ? question.own.words[language] : surveyText(language, `question.${question.id}`);
}

function takesSeveral(question: AskedQuestion): boolean {
  return question.type === 'own' && question.own.kind === 'choices';
}

function choicesOf(question: AskedQuestion, language: Language): readonly Choice[] {
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
    case 'comment':
      return [];
    case 'own':
      return ownChoicesOf(question.own, language);
  }
}

function ownChoicesOf({ kind, ends, choices = [] }: OwnQuestion, language: Language): readonly Choice[] {
  switch (kind) {
    case 'scale':
      return ['1', '2', '3', '4', '5'].map((value) => {
        const words = value === '1' ? ends?.low[language] : value === '5' ? ends?.high[language] : undefined;
        return { value, title: words === undefined ? value : `${value} – ${labelText(words)}` };
      });
    case 'zero-to-ten':
      return choicesOf({ id: 'again', type: 'zero-to-ten' }, language);
    case 'choice':
      return choices.map((words, index) => ({ value: choiceId(index), title: labelText(words[language]) }));
    case 'choices':
      // Beside a box the renderer reads Markdown, in a list it does not.
      return choices.map((words, index) => ({ value: choiceId(index), title: escapeText(words[language]) }));
    case 'comment':
      return [];
  }
}

function zeroToTen(step: number, language: Language): string {
  if (step === 0) return surveyText(language, 'zero-to-ten.lowest');
  return step === 10 ? surveyText(language, 'zero-to-ten.highest') : String(step);
}
