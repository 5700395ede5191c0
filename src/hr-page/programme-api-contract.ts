import { instruments } from '../domain/survey';
import { z } from 'zod';
import { programmeStates } from '../domain/programme';
import { programmePhases } from '../domain/programme-phase';
import { programmePlanSchema } from '../domain/programme-contract';
import { byLanguage } from '../language/languages';

const bilingual = z.object(byLanguage(() => z.string())).strict();
const instant = z.iso.datetime().describe('UTC instant.');

/** GET and PUT /programmes/{id}/plan; the version is in the ETag too. */
export const planAnswerSchema = z.object({ plan: programmePlanSchema, version: z.string() }).strict();

/** One thing a programme needs before enrolment can open. */
export const readinessItemSchema = z
  .object({
    item: z.string().describe('Code of the requirement.'),
    done: z.boolean(),
    giver: z.string().describe('Who can give it: administrator, sponsor or operator.'),
    words: z.string().describe('What is missing or there, in the language asked for.'),
  })
  .strict();
export type ReadinessItemDto = z.infer<typeof readinessItemSchema>;

/** Counts of a survey round, for the programme only. */
export const roundSchema = z
  .object({
    id: z.string().describe('baseline, pulse-1 ... pulse-6, midpoint, closing, follow-up.'),
    instrument: z.enum(instruments),
    state: z.enum(['planned', 'open', 'closed']),
    opensAt: instant,
    closesAt: instant,
    asked: z.number().int().optional().describe('Absent under five people, and of a pulse.'),
    atLeast: z
      .number()
      .int()
      .optional()
      .describe('How many answered at least, in steps of five, as of last night; absent until five answered.'),
  })
  .strict();

export type RoundDto = z.infer<typeof roundSchema>;

export const programmeCountsSchema = z
  .object({
    participants: z
      .object({
        total: z.number().int(),
        reachable: z.number().int().describe('Of them, who can be written to in Teams.'),
        invited: z.number().int().describe('Whoever was invited, whatever they answered.'),
        enrolled: z.number().int(),
        withoutPartner: z.number().int().describe('Who said yes and is in no running pair.'),
        withdrawn: z.number().int().describe('People who take no part any more; in none of the other numbers.'),
      })
      .strict(),
    proposals: z.object({ open: z.number().int(), accepted: z.number().int(), notFormed: z.number().int() }).strict(),
    pairs: z.object({ active: z.number().int(), finished: z.number().int(), ended: z.number().int() }).strict(),
    sessions: z
      .object({
        booked: z.number().int().describe('Agreed and still ahead.'),
        held: z.number().int(),
        missed: z.number().int(),
      })
      .strict(),
  })
  .strict();

/** Something that needs a hand of HR's. */
export const toDoSchema = z
  .object({
    item: z.enum([
      'channel',
      'renewals',
      'publish',
      'draft',
      'needs-a-time',
      'work-stopped',
      'messages-failed',
      'unreached',
      'link',
      'not-enrolled',
    ]),
    count: z.number().int().describe('Of what the item is about: things, pairs, people or messages.'),
    until: instant.optional().describe('Until when it can be done.'),
    atLeast: z
      .literal(true)
      .optional()
      .describe('There may be more: somebody may be in two of the proposals that are open.'),
    reminded: z
      .literal(true)
      .optional()
      .describe('Of invitations: whoever had the first ones has had the one reminder.'),
  })
  .strict();
export type ToDo = z.infer<typeof toDoSchema>;

/** GET /programmes/{id}: what HR needs on the first screen. */
export const overviewSchema = z
  .object({
    id: z.string(),
    name: bilingual,
    state: z.enum(programmeStates),
    phase: z.enum(programmePhases).describe('Where the programme stands, for its headline.'),
    startPassed: z
      .literal(true)
      .optional()
      .describe(
        'The planned first day has passed and nothing has begun: it begins when the first pairs are published.',
      ),
    month: z
      .number()
      .int()
      .optional()
      .describe('The month it is in, from 1; absent before its first and after its last.'),
    version: z.string(),
    startsOn: z.iso.date(),
    months: z.number().int(),
    format: z.enum(['informal', 'shared-project', 'cross-feedback']),
    timeZone: z.string(),
    objectives: z.array(
      z
        .object({
          kind: z.string(),
          wording: bilingual,
          measure: bilingual.optional(),
          unit: z.string(),
          baseline: z.number().optional(),
          target: z.number().optional(),
        })
        .strict(),
    ),
    sponsor: z.object({ name: z.string(), reach: z.string(), remedy: z.string().optional() }).strict().optional(),
    pledge: z.object({ at: instant, words: z.string() }).strict().optional(),
    pledgeAsked: z
      .object({ at: instant, againFrom: instant })
      .strict()
      .optional()
      .describe('The sponsor was asked and has not answered; they can be asked again from `againFrom`.'),
    channel: z.object({ team: z.string(), channel: z.string(), found: z.boolean() }).strict().optional(),
    openedAt: instant.optional(),
    closedAt: instant.optional(),
    endsAt: instant
      .optional()
      .describe(
        'The planned end, at which the programme closes unless pairs go on; absent before its first day is set.',
      ),
    readiness: z.object({ ready: z.boolean(), items: z.array(readinessItemSchema) }).strict(),
    toDo: z.array(toDoSchema).describe('The most pressing first; counts alone.'),
    weeklyToDo: z
      .boolean()
      .optional()
      .describe('Whether the reader is sent the list on Monday mornings; absent for whom the plan does not name.'),
    counts: programmeCountsSchema,
    rounds: z.array(roundSchema),
    foldedAt: instant.optional().describe('As of when the counts are.'),
    ruleEnds: z
      .array(
        z
          .object({ pairId: z.string(), mentor: z.string(), mentee: z.string(), rule: z.string(), at: instant })
          .strict(),
      )
      .describe('Pairs that a change of the organisation ended, with the rule in the language asked for; 50 at most.'),
    unreadable: z
      .array(z.object({ kind: z.string(), key: z.string() }).strict())
      .describe('Stored rows that this release cannot read, by kind and key; 50 at most.'),
  })
  .strict();
export type Overview = z.infer<typeof overviewSchema>;

/** GET /programmes/{id}/sponsor: figures of the whole programme; counts of people are hidden under five. */
export const sponsorPageSchema = z
  .object({
    id: z.string(),
    name: bilingual,
    state: z.enum(programmeStates),
    phase: overviewSchema.shape.phase,
    month: overviewSchema.shape.month,
    startPassed: overviewSchema.shape.startPassed,
    startsOn: z.iso.date(),
    months: z.number().int(),
    objectives: overviewSchema.shape.objectives,
    pledge: z.object({ at: instant, words: z.string() }).strict().optional(),
    figures: z.array(
      z
        .object({
          figure: z.enum(['enrolled', 'pairs-active', 'pairs-finished', 'sessions-booked', 'sessions-held']),
          hidden: z.boolean(),
          value: z.number().int().optional(),
        })
        .strict(),
    ),
    rounds: z.array(roundSchema),
    foldedAt: instant.optional(),
  })
  .strict();
export type SponsorPage = z.infer<typeof sponsorPageSchema>;

/** Answer of commands that start long work (opening enrolment, reach, publication). */
export const startedSchema = z.object({ jobId: z.string() }).strict();
/** Answer of commands that are simply done. */
export const doneSchema = z.object({ done: z.literal(true) }).strict();
