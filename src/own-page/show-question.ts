import type { AskedQuestion } from '../domain/survey-pages';
import type { StepOf } from './step-contract';

/** A question of a survey as a page shows it, on one's own page and where HR looks at it beforehand. */
export function showQuestion(question: AskedQuestion): StepOf<'survey'>['questions'][number] {
  const { id, type } = question;
  if (type === 'choice') return { id, type, choices: [...question.choices] };
  if (type !== 'own') return { id, type };
  const { kind, words, ends, choices = [] } = question.own;
  return { id, type, kind, words, ...(ends === undefined ? {} : { ends }), choices: [...choices] };
}
