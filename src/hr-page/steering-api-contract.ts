import { z } from 'zod';
import { toDoSchema } from './programme-api-contract';

/** What HR may have to decide: what there is to do, and what the figures ask for. */
export const decisions = [
  ...toDoSchema.shape.item.options,
  'readiness',
  'pledge',
  'quiet',
  'without-partner',
  'behind',
] as const;

/** GET /programmes/{id}/steering: a month on one page, in the language asked for. */
export const steeringSchema = z.strictObject({
  name: z.string(),
  date: z.string().describe('The date of the figures, and where the programme stands.'),
  decisions: z
    .array(
      z.strictObject({
        decision: z.enum(decisions),
        count: z.int().describe('Of what it is about.'),
        words: z.string(),
      }),
    )
    .describe('The most pressing first; counts alone.'),
  hours: z.strictObject({
    words: z.string(),
    held: z.int(),
    planned: z.int(),
    months: z.array(z.strictObject({ number: z.int(), held: z.int(), planned: z.int() })),
  }),
  targets: z.array(
    z.strictObject({
      wording: z.string(),
      state: z.enum(['reached', 'on-the-way', 'behind', 'not-told', 'otherwise']),
      words: z.array(z.string()).describe('From where to where, where it stands, and what that comes to.'),
    }),
  ),
  moves: z
    .array(z.string())
    .describe('Who left and who moved, by the totals that HR typed: a sentence a figure that may be told.'),
});
export type Steering = z.infer<typeof steeringSchema>;
export type Decision = (typeof decisions)[number];
