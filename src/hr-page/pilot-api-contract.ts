import { z } from 'zod';

/** GET /programmes/{id}/pilot: the rule of a pilot and what it comes to, in the language asked for. */
export const pilotSchema = z.strictObject({
  pilot: z
    .strictObject({
      outcome: z
        .enum(['draft', 'open', 'go-on', 'stop', 'undecided'])
        .describe(
          'draft: enrolment is shut, the rule may still change. open: the figures are not all there. undecided: of a condition no figure is told, and no other fails.',
        ),
      title: z.string().describe('What the rule comes to.'),
      words: z.string(),
      conditions: z.array(
        z.strictObject({
          state: z.enum(['open', 'met', 'not-met', 'not-told']),
          says: z.string().describe('The state in a word or two.'),
          words: z.string().describe('The condition as it was written.'),
          found: z.string().describe('The figure it is weighed by, or that none is given.'),
          n: z.int().optional().describe('People, hours or pairs.'),
          value: z.number().optional().describe('In the unit of the condition, to two decimals, as it is weighed.'),
          low: z.number().optional().describe('End of the 95 % interval, where the figure has one.'),
          high: z.number().optional(),
          atLeast: z.number(),
        }),
      ),
    })
    .optional()
    .describe('Absent where the plan has none.'),
});
export type PilotAnswer = z.infer<typeof pilotSchema>;
export type ToldPilot = NonNullable<PilotAnswer['pilot']>;
