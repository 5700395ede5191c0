import { z } from 'zod';
import { idField, programmeIdField } from '../member/press-fields';

/** The round that is answered; of a pulse, also the pair whose session it asks about. */
const roundFields = {
  programmeId: programmeIdField,
  surveyRound: z.string().min(1).max(40),
  pairId: idField.optional(),
};

export const answerSurveyPress = z.object({
  verb: z.literal('survey/answer'),
  ...roundFields,
  answers: z.record(z.string().max(60), z.string().max(4000)),
});
export const skipSurveyPress = z.object({ verb: z.literal('survey/skip'), ...roundFields });
