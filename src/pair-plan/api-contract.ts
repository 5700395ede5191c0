import * as z from 'zod/mini';
import { rewordAimPress, swapSessionsPress } from './contract';

/** GET /programmes/{id}/me/pairs/{pairId}/plan: what each session is for, in the language asked for, to its two people alone. */
export const myPlanSchema = z.strictObject({
  project: z
    .optional(z.strictObject({ question: z.string(), deliverable: z.string(), demo: z.string() }))
    .check(z.describe('What a shared project is made of; absent in the other formats.')),
  current: z
    .optional(z.int())
    .check(z.describe('Number of the session that comes next; absent once all of them are past.')),
  sessions: z.array(
    z.strictObject({
      number: z.int(),
      isPast: z.boolean(),
      aim: z.string(),
      writtenAim: z
        .optional(z.string())
        .check(z.describe('The aim as it is written, where the pair has put its own in its place.')),
      agenda: z
        .array(z.strictObject({ minutes: z.int(), words: z.string() }))
        .check(z.describe('Their minutes add up to 60.')),
      questions: z.array(z.string()).check(z.describe('To start from: of the pair’s topics, then of the session.')),
      prepare: z.string().check(z.describe('What the reader prepares.')),
      milestone: z.optional(z.string()).check(z.describe('What is there after it; of a shared project alone.')),
      actions: z
        .array(z.discriminatedUnion('verb', [rewordAimPress, swapSessionsPress]))
        .check(
          z.describe(
            'What may be changed, ready to be posted to /actions: the aim, and the place of it with the one after.',
          ),
        ),
    }),
  ),
});
export type MyPlan = z.infer<typeof myPlanSchema>;
export type MyPlanSession = MyPlan['sessions'][number];
