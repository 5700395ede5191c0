import { declareAction } from '../member/declare-action';
import type { z } from 'zod';
import { saveAnswerPress, showAnswersPress, withdrawAnswerPress } from './contract';
import { saveDiversityAnswer, type DiversityInput } from './save-answer';

/** What people can press about gender and age band. */
export const diversityActions = [
  declareAction(showAnswersPress, ['participant'], (press) => saveDiversityAnswer(press, {})),
  declareAction(saveAnswerPress, ['participant'], (press, input) => saveDiversityAnswer(press, said(input))),
  declareAction(withdrawAnswerPress, ['participant'], (press, { attribute }) =>
    saveDiversityAnswer(press, { attribute, value: '' }),
  ),
] as const;

/** Of a card with both questions only the one that was pressed. */
function said({ attribute, ...given }: z.infer<typeof saveAnswerPress>): DiversityInput {
  const value = given[attribute];
  return { attribute, ...(value === undefined ? {} : { value }) };
}
