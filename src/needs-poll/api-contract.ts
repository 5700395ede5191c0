import { z } from 'zod';
import { pollPopulations, pollReplies, topicLimits } from '../domain/needs-poll';

const topic = z.string().min(1).max(60).describe('Id of a topic of the catalogue.');
const people = z.int().describe('People; never fewer than five.');

/** POST /programmes/{id}/needs-poll */
export const needsPollBodySchema = z.strictObject({
  population: z
    .enum(pollPopulations)
    .describe('Everybody of the list whom the bot reaches, or who of them may mentor or be mentored.'),
  topics: z
    .array(topic)
    .min(topicLimits.fewest)
    .max(topicLimits.most)
    .describe('Topics that it offers, for both questions.'),
  closesOn: z.iso.date({ abort: true }).describe('Last day on which it takes answers, in the zone of the programme.'),
});

const resultSchema = z.strictObject({
  takePart: z
    .array(z.strictObject({ of: z.array(z.enum([...pollReplies, 'silent'])).readonly(), people }))
    .readonly()
    .optional()
    .describe(
      'How many of those who were asked would take part; replies that are few stand together, with those who did not say.',
    ),
  topics: z
    .array(z.strictObject({ topic, learn: people.optional(), teach: people.optional() }))
    .readonly()
    .describe('The most wanted first. What would tell of fewer than five people is left out, without a cause.'),
});

const findingSchema = z.strictObject({
  finding: z.string().describe('For POST .../needs-poll/objectives.'),
  wording: z.string().describe('The objective as the plan would have it, in the language asked for.'),
  isInPlan: z.boolean(),
});

/** GET /programmes/{id}/needs-poll; the version is that of the programme, for If-Match. */
export const needsPollAnswerSchema = z.strictObject({
  version: z.string(),
  isBeforeEnrolment: z.boolean().describe('Whether a poll may still be opened, and objectives taken from one.'),
  fewestAsked: z.int(),
  fewestTold: z.int().describe('No number is of fewer people: five, or more where the plan asks for more.'),
  topicLimits: z.strictObject({ fewest: z.int(), most: z.int() }),
  days: z
    .strictObject({ first: z.iso.date(), last: z.iso.date() })
    .describe('The nearest last day, three working days away, and the farthest.'),
  families: z
    .array(z.strictObject({ words: z.string(), topics: z.array(topic).readonly() }))
    .readonly()
    .describe('The catalogue, family by family; empty once enrolment is open.'),
  populations: z
    .array(z.strictObject({ population: z.enum(pollPopulations), people: z.int(), isAskedBefore: z.boolean() }))
    .readonly()
    .describe('Whom the bot reaches now, and whether anybody of them was in a poll; empty once enrolment is open.'),
  isUncounted: z
    .boolean()
    .describe('Whether a row that cannot be read keeps it from being known whom a poll could be put to.'),
  polls: z
    .array(
      z.strictObject({
        id: z.string(),
        state: z
          .enum(['open', 'ending', 'closed'])
          .describe('`ending`: it takes no more answers, and is counted in a few minutes.'),
        population: z.enum(pollPopulations),
        topics: z.array(topic).readonly(),
        closesOn: z.iso.date(),
        invited: z
          .int()
          .describe(
            'People who were asked. 0: too few were left when it opened. How many answered is told before the close to nobody.',
          ),
        result: resultSchema.optional(),
        findings: z.array(findingSchema).readonly().describe('Objectives that the plan may take from it.'),
      }),
    )
    .readonly()
    .describe('The newest first.'),
});
export type NeedsPollAnswer = z.infer<typeof needsPollAnswerSchema>;

/** POST /programmes/{id}/needs-poll/objectives (If-Match) */
export const needsPollObjectiveSchema = z.strictObject({
  poll: z.string().min(1).max(10),
  finding: z.string().min(1).max(80),
});
