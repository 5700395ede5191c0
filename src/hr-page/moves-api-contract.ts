import { z } from 'zod';
import { moveGroups } from '../domain/moves';

const count = z.number().describe('A whole number.');
const side = z.strictObject({
  people: count.describe('People who were there at the start; twenty at least.'),
  left: count.describe('Of them, who had left the company by then.'),
  moved: count.describe('Of them, who are still there and were promoted or changed post.'),
});
const group = z.strictObject({ participants: side, waiting: side.describe('People who waited for a partner.') });

/** PUT /programmes/{id}/moves/{months}: totals that HR types, 6 or 12 months after the start. */
export const movesBodySchema = z.strictObject({
  all: group,
  underThirty: group
    .optional()
    .describe('Of them, people under thirty years of age, where there are twenty of them on either side too.'),
});
export type MovesBody = z.infer<typeof movesBodySchema>;

const end = z.number().describe('End of the 95 % interval.');
const share = z.strictObject({ n: z.int(), k: z.int(), share: z.number(), low: end, high: end });

/** What may be told of the totals: shares with their intervals; a description, no effect. */
const figureSchema = z.strictObject({
  months: z.union([z.literal(6), z.literal(12)]),
  group: z.enum(moveGroups),
  what: z.enum(['left', 'moved']),
  participants: share,
  waiting: share,
  difference: z.strictObject({
    value: z.number().describe('Share of participants less share of those who waited.'),
    low: end,
    high: end,
  }),
});
export type MoveFigure = z.infer<typeof figureSchema>;

/** GET and PUT of /programmes/{id}/moves. */
export const movesSchema = z.strictObject({
  periods: z
    .array(
      z.strictObject({
        months: z.union([z.literal(6), z.literal(12)]),
        at: z.iso.datetime().describe('So many months after month 1 began: the day of the count.'),
        isDue: z.boolean().describe('That day has come; before it nothing can be typed.'),
        version: z.string().optional().describe('For If-Match, 0 where nothing was typed; to HR alone.'),
        shut: z
          .array(z.enum(moveGroups))
          .optional()
          .describe(
            'Groups that cannot be typed of this period any more, since the later one was typed first; to HR alone.',
          ),
        typed: movesBodySchema.optional().describe('What HR typed last; to HR alone.'),
      }),
    )
    .describe('None before month 1 has begun.'),
  told: z
    .array(figureSchema)
    .describe(
      'What tells of no few people, by whatever subtraction; nothing to the sponsor where few pairs ended, and of people under thirty to HR alone.',
    ),
});
export type MovesPage = z.infer<typeof movesSchema>;
