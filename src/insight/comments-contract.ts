import { z } from 'zod';
import { instruments } from '../domain/survey';

/** GET /programmes/{id}/comments: what people wrote in their own words, of each round in which ten did. */
export const toldCommentsSchema = z.strictObject({
  rounds: z
    .array(
      z.strictObject({
        round: z.string(),
        instrument: z.enum(instruments),
        texts: z.array(z.string()).describe('Plain text in an order that tells nothing; names are masked by […].'),
      }),
    )
    .describe('The latest round first. A round in which fewer than ten people left a comment is not among them.'),
});
export type ToldComments = z.infer<typeof toldCommentsSchema>;
export type RoundComments = ToldComments['rounds'][number];
