import * as z from 'zod/mini';
import { monthStepSchema } from '../board/month-step-contract';

const instant = z.iso.datetime();

/** A pair as one of its two people reads it. */
export const myPairSchema = z.strictObject({
  pairId: z.string(),
  side: z.enum(['mentor', 'mentee']),
  state: z.enum(['active', 'finished', 'ended']),
  resumesOn: z.optional(z.iso.date()).check(z.describe('From when sessions go on, while one of the two is away.')),
  leave: z
    .optional(z.enum(['open', 'asked']))
    .check(
      z.describe('Whether the reader has asked to end the pair; absent once it is over. Never what the other asked.'),
    ),
  mayStay: z
    .optional(z.literal(true))
    .check(z.describe('The reader’s own wish to end the pair can still be taken back.')),
  hearsBy: z
    .optional(instant)
    .check(z.describe('Present after the reply date: until when the reader hears that the two go on, if they do.')),
  partner: z.strictObject({
    name: z.string(),
    shownName: z.string().check(z.describe('As the programme’s culture names people: first name, or the full name.')),
    email: z.optional(z.string()),
    function: z.optional(z.string()),
    site: z.optional(z.string()),
    timeZone: z.string(),
  }),
  topics: z.array(z.string()).check(z.describe('Ids of catalogue topics.')),
  startedAt: instant,
  months: z.array(monthStepSchema),
  nextSession: z.optional(
    z.strictObject({
      number: z.int(),
      start: instant,
      end: instant,
      calendarPath: z.string().check(z.describe('Signed address of the iCalendar file.')),
    }),
  ),
  charter: z
    .optional(
      z.strictObject({
        acceptedOn: z.iso.date().check(z.describe('The reader’s own day.')),
        words: z
          .array(z.string())
          .check(z.describe('In the language asked for; as accepted where they have changed since.')),
        partnerAccepted: z.boolean(),
      }),
    )
    .check(z.describe('Present once the reader has accepted the charter of the pair.')),
  history: z.array(z.strictObject({ number: z.int(), state: monthStepSchema, start: z.optional(instant) })),
});
export type MyPair = z.infer<typeof myPairSchema>;
