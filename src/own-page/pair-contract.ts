import { z } from 'zod';
import { monthStepSchema } from '../board/api-contract';

const instant = z.iso.datetime();

/** A pair as one of its two people reads it. */
export const myPairSchema = z
  .object({
    pairId: z.string(),
    side: z.enum(['mentor', 'mentee']),
    state: z.enum(['active', 'finished', 'ended']),
    resumesOn: z.iso.date().optional().describe('From when sessions go on, while one of the two is away.'),
    leave: z
      .enum(['open', 'asked'])
      .optional()
      .describe('Whether the reader has asked to end the pair; absent once it is over. Never what the other asked.'),
    mayStay: z.literal(true).optional().describe('The reader’s own wish to end the pair can still be taken back.'),
    hearsBy: instant
      .optional()
      .describe('Present after the reply date: until when the reader hears that the two go on, if they do.'),
    partner: z
      .object({
        name: z.string(),
        shownName: z.string().describe('As the programme’s culture names people: first name, or the full name.'),
        email: z.string().optional(),
        function: z.string().optional(),
        site: z.string().optional(),
        timeZone: z.string(),
      })
      .strict(),
    topics: z.array(z.string()).describe('Ids of catalogue topics.'),
    startedAt: instant,
    months: z.array(monthStepSchema),
    nextSession: z
      .object({
        number: z.number().int(),
        start: instant,
        end: instant,
        calendarPath: z.string().describe('Signed address of the iCalendar file.'),
      })
      .strict()
      .optional(),
    history: z.array(
      z.object({ number: z.number().int(), state: monthStepSchema, start: instant.optional() }).strict(),
    ),
  })
  .strict();
export type MyPair = z.infer<typeof myPairSchema>;
