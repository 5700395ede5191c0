import * as z from 'zod/mini';
import { idField, programmeIdField } from '../member/press-fields';

/** The round that is answered; of a pulse, also the pair whose session it asks about. */
const roundFields = {
  programmeId: programmeIdField,
  surveyRound: z.string().check(z.minLength(1), z.maxLength(40)),
  pairId: z.optional(idField),
};

const answers = z.record(z.string().check(z.maxLength(60)), z.string().check(z.maxLength(4000)));

/** The page whose questions are answered, from 1; absent where the answers are all there are. */
const page = z.optional(z.int().check(z.minimum(1), z.maximum(20)));

/** The form showed what was answered before: what is open on it then was taken back, and is not merely unknown to it. */
const filled = z.optional(z.literal(1));

/** Whoever presses has read what the comment holds, and sends it as it is. */
const asIs = z.optional(z.literal(1));

export const answerSurveyPress = z.object({
  verb: z.literal('survey/answer'),
  ...roundFields,
  page,
  filled,
  asIs,
  answers,
});
/** Keeps what was answered so far, to go on later or on the page `next`. */
export const saveSurveyPress = z.object({
  verb: z.literal('survey/save'),
  ...roundFields,
  page,
  filled,
  next: page,
  answers,
});
export const skipSurveyPress = z.object({ verb: z.literal('survey/skip'), ...roundFields });
/** Opens the form again, with what was said so far. */
export const editSurveyPress = z.object({ verb: z.literal('survey/edit'), ...roundFields });
/** The question of HR's own whose answer in words is meant; absent where it is the comment that the product asks for. */
const question = z.optional(z.string().check(z.minLength(1), z.maxLength(60)));

/** Shows what was sent in words: to this question, or the first there is. */
export const showCommentPress = z.object({ verb: z.literal('survey/comment'), ...roundFields, question });
/** Takes away what was sent in words to a question, also after the close. */
export const deleteCommentPress = z.object({ verb: z.literal('survey/delete-comment'), ...roundFields, question });
