import { z } from 'zod';
import { instruments } from '../domain/survey';

/** GET /programmes/{id}/comments: what people wrote in their own words, of each question of a round that ten of them answered. */
export const toldCommentsSchema = z.strictObject({
  blocks: z
    .array(
      z.strictObject({
        round: z.string(),
        instrument: z.enum(instruments),
        question: z
          .strictObject({ id: z.string(), words: z.strictObject({ fr: z.string(), en: z.string() }) })
          .optional()
          .describe(
            'The question of HR’s own that is answered; absent where it is the comment every such survey asks for.',
          ),
        texts: z.array(z.string()).describe('Plain text in an order that tells nothing; names are masked by […].'),
      }),
    )
    .describe(
      'The latest round first, of each its comments and then HR’s questions. What fewer than ten people answered, or than the programme tells, is not among them.',
    ),
});
export type ToldComments = z.infer<typeof toldCommentsSchema>;
export type CommentBlock = ToldComments['blocks'][number];
