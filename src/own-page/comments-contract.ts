import * as z from 'zod/mini';
import { instruments } from '../domain/survey';
import { deleteCommentPress } from '../survey/contract';

/** GET /programmes/{id}/me/comments: what the reader wrote in surveys in their own words, for them alone. `action` takes one away, ready to be posted to /actions. */
export const myCommentsSchema = z.strictObject({
  fewest: z.int().check(z.describe('Of how many people HR reads comments at least.')),
  comments: z.array(
    z.strictObject({
      surveyRound: z.string(),
      instrument: z.enum(instruments),
      question: z
        .optional(z.strictObject({ fr: z.string(), en: z.string() }))
        .check(z.describe('The words of the question of HR’s own that it answers; absent where it is the comment.')),
      text: z.string().check(z.describe('As it was written.')),
      action: deleteCommentPress,
    }),
  ),
});
export type MyComments = z.infer<typeof myCommentsSchema>;
export type MyComment = MyComments['comments'][number];
