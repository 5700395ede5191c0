import * as z from 'zod/mini';
import { instruments } from '../domain/survey';
import { deleteCommentPress } from '../survey/contract';

/** GET /programmes/{id}/me/comments: the comments that the reader wrote in surveys, for them alone. `action` takes one away, ready to be posted to /actions. */
export const myCommentsSchema = z.strictObject({
  comments: z.array(
    z.strictObject({
      surveyRound: z.string(),
      instrument: z.enum(instruments),
      text: z.string().check(z.describe('As it was written.')),
      action: deleteCommentPress,
    }),
  ),
});
export type MyComments = z.infer<typeof myCommentsSchema>;
export type MyComment = MyComments['comments'][number];
