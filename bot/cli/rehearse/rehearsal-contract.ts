import { z } from 'zod';
import { byLanguage } from '../../../src/language/languages';

const count = z.number().int().min(0);

/** What `rehearse --json` prints: a whole programme played under a simulated clock. */
export const rehearsalSchema = z
  .object({
    programme: z
      .object({
        id: z.string(),
        name: z.object(byLanguage(() => z.string())),
        months: z.number().int(),
        start: z.string().describe('First simulated instant, UTC.'),
        end: z.string().describe('Last simulated instant, UTC.'),
        seed: z.number().int(),
      })
      .describe('What was played.'),
    participants: count.describe('People who said yes.'),
    pairs: count.describe('Pairs formed, those that went on counted again.'),
    unpaired: count.describe('People who said yes and were in no pair at the end.'),
    people: z
      .object({ inFile: count, reachable: count, invited: count, enrolled: count, notNow: count, silent: count })
      .describe('From the file to the programme.'),
    proposals: z
      .object({ asked: count, accepted: count, notFormed: count })
      .describe('Proposals sent and what became of them.'),
    renewals: z
      .object({ asked: count, formed: count })
      .describe('Finished pairs that were asked what comes next, and those that went on.'),
    sessions: z
      .object({
        planned: count.describe('Months of all pairs whose session was proposed.'),
        booked: count.describe('Sessions that had a time, moved ones once.'),
        held: count,
        moved: count.describe('Times a booked hour was moved.'),
        missed: count,
        unclear: count.describe('Nobody said, or the two said different things.'),
      })
      .describe('Monthly hours.'),
    surveys: z
      .array(
        z.object({
          surveyRound: z.string(),
          asked: count,
          answered: count,
          skipped: count,
          reminded: count.describe('Reminders that were decided on. Which of them went out is kept nowhere.'),
        }),
      )
      .describe('Responses per survey round.'),
    messages: z
      .object({
        audience: count.describe('Messages the product decided to send: the sum of the others.'),
        queued: count,
        sent: count,
        failed: count,
        blocked: count,
        ambiguous: count,
        cancelled: count,
        skipped: count,
        dead: count,
        delivered: count.describe(
          "New messages in the journal of the simulated Teams, which is not the product's own ledger: those that were sent, and the reminders of surveys that went out.",
        ),
        mostInOneMonth: count.describe('Most unprompted messages one person received in one calendar month.'),
      })
      .describe('Every message has one fate.'),
    measures: z
      .array(
        z.object({
          measure: z.string(),
          value: z.number(),
          unit: z.string(),
          n: count,
          low: z.number().optional().describe('End of the 95 % interval, of a change.'),
          high: z.number().optional().describe('End of the 95 % interval, of a change.'),
        }),
      )
      .describe('Programme-level figures, none under five people.'),
    months: z
      .array(
        z.object({
          month: z.number().int(),
          planned: count,
          held: count,
          missed: count,
          messages: count,
          channelPosts: count,
        }),
      )
      .describe('Month by month from the first published draft.'),
    milliseconds: z.number().describe('Real time the rehearsal took.'),
  })
  .strict();

export type Rehearsal = z.infer<typeof rehearsalSchema>;
