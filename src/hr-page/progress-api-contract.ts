import { z } from 'zod';
import { roundSchema } from './programme-api-contract';

const count = z.int();
const place = z.strictObject({
  joining: count.describe('Pairs of two places.'),
  of: count.describe('Pairs of which both places are known.'),
});

/** GET /programmes/{id}/progress: what pairs have come to, for pictures. Topics and ways are told from five pairs up. */
export const progressSchema = z.strictObject({
  invited: count
    .optional()
    .describe(
      'People. To the sponsor no count of pairs or sessions under five follows from what is told, here and below.',
    ),
  enrolled: count.optional(),
  paired: count.optional().describe('People who have, or had, a partner.'),
  hours: z
    .strictObject({ held: count, planned: count })
    .optional()
    .describe('Sessions of one hour held, and those that were to have been held by now.'),
  months: z
    .array(z.strictObject({ number: count, held: count, planned: count }))
    .describe('The same by the months of the pairs; to the sponsor all of them or none.'),
  topics: z.array(
    z.strictObject({
      topic: z.string(),
      pairs: count,
      held: count.optional().describe('Sessions these pairs held; to HR alone.'),
    }),
  ),
  ways: z
    .array(z.strictObject({ mentor: z.string(), mentee: z.string(), pairs: count }))
    .describe('From which function to which one learns; to HR alone.'),
  across: z.strictObject({ function: place.optional(), site: place.optional() }),
  over: z
    .strictObject({ finished: count, of: count, low: z.number(), high: z.number() })
    .optional()
    .describe('Pairs that went through all their months, of those that are over, with the 95 % interval of the share.'),
  rounds: z.array(roundSchema),
});
export type ProgressPage = z.infer<typeof progressSchema>;
/** As HR reads it, before anything is left out. */
export type WholeProgress = ProgressPage & Required<Pick<ProgressPage, 'invited' | 'enrolled' | 'hours'>>;
