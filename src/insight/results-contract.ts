import { z } from 'zod';
import { measureIds } from '../domain/figures';
import { thresholdsSchema, toldQuestionSchema } from '../domain/own-questions-contract';
import { ownSurveys } from '../domain/own-questions';
import { instruments } from '../domain/survey';

const side = z.enum(['mentor', 'mentee']);
const measure = z.enum(measureIds).describe('A question, or several that are one scale.');
const people = z.int().describe('People.');
const end = z.number().describe('End of the 95 % interval.');

const levelSchema = z.strictObject({
  measure,
  side,
  n: people,
  mean: z.number().describe('Mean on the scale from 1 to 5, reversed statements turned.'),
  cut: z
    .string()
    .optional()
    .describe('The value of the declared attribute that these people share; absent for all of a role.'),
});

const changeSchema = z.strictObject({
  measure,
  side,
  since: z.enum(['baseline', 'looking-back']).describe('looking-back: the start as people see it at the end.'),
  n: people,
  missing: z.int().describe('People who gave one of the two answers.'),
  change: z.number().describe('Mean difference of the same people, in points of the scale.'),
  low: end,
  high: end,
  method: z.enum(['student', 'clusters', 'extreme-cases']),
  lowest: z.number().describe('Mean change in the worst case of what is missing.'),
  highest: z.number().describe('Mean change in the best case of what is missing.'),
  effect: z.strictObject({ g: z.number(), low: end, high: end }).optional().describe("Hedges' g."),
  signs: z
    .strictObject({ rose: people, fell: people, probability: z.number() })
    .optional()
    .describe('Exact sign test, two-sided.'),
  ends: z.strictObject({ before: z.number(), after: z.number() }).optional(),
});

const choiceSchema = z.strictObject({
  measure,
  side,
  n: people,
  counts: z.array(z.strictObject({ choice: z.string(), k: people, low: end, high: end })),
  share: z.number().describe('Share of the choices that count: a tool in use, three contacts and more; 0 to 1.'),
  low: end,
  high: end,
});

const promotersSchema = z.strictObject({
  measure,
  side,
  n: people,
  promoters: people,
  detractors: people,
  score: z.number().describe('Promoters minus detractors, -100 to 100.'),
  low: end,
  high: end,
});

const comparisonSchema = z.strictObject({
  measure,
  side,
  n: people.describe('Participants.'),
  waiting: people.describe('People who waited for a partner.'),
  missing: z.int().describe('People of both who gave one of the two answers.'),
  difference: z.number().describe('How much more participants changed, in points of the scale.'),
  low: end,
  high: end,
});

const ownMeasure = z.string().describe('Id of a question that HR wrote.');

const ownSchema = z
  .strictObject({
    version: z.int().describe('Version of these questions.'),
    questions: z.array(toldQuestionSchema).readonly(),
    levels: z.array(levelSchema.extend({ measure: ownMeasure })).readonly(),
    changes: z.array(changeSchema.extend({ measure: ownMeasure, since: z.enum(ownSurveys) })).readonly(),
    shares: z
      .array(
        z.strictObject({
          measure: ownMeasure,
          side,
          n: people,
          choices: z
            .array(z.strictObject({ choice: z.string(), k: people, share: z.number(), low: end, high: end }))
            .readonly(),
        }),
      )
      .readonly(),
    promoters: z.array(promotersSchema.extend({ measure: ownMeasure })).readonly(),
  })
  .describe('What is told of the questions that HR wrote.');

const roundSchema = z.strictObject({
  round: z.string().describe('baseline, pulse-1 ... pulse-6, midpoint, closing, waiting, follow-up.'),
  instrument: z.enum(instruments),
  frozenAt: z.iso.datetime(),
  levels: z.array(levelSchema),
  changes: z.array(changeSchema),
  choices: z.array(choiceSchema),
  promoters: z.array(promotersSchema),
  comparisons: z.array(comparisonSchema).optional().describe('With those who waited for a partner; in their round.'),
  own: ownSchema.optional(),
});

const forecastSchema = z.strictObject({
  people: people.describe('Of one role who answer twice.'),
  tells: z.enum(['nothing', 'most', 'all']).describe('most: all but speak-up and safe, which need ten answers.'),
  smallestChange: z
    .number()
    .optional()
    .describe('Smallest true change seen in 80 % of programmes, in standard deviations of the changes.'),
});

const bilingual = z.strictObject({ fr: z.string(), en: z.string() });

const toldSchema = z.strictObject({
  round: z.string(),
  instrument: z.enum(instruments),
  n: people,
  kind: z.enum(['mean', 'share', 'promoters']),
  value: z.number().describe('Mean from 1 to 5, per cent, or points from -100 to 100.'),
  low: end.optional().describe('End of the 95 % interval, of shares and promoters.'),
  high: end.optional(),
});

const objectiveSchema = z.strictObject({
  wording: bilingual,
  measure: bilingual.optional(),
  unit: z.string(),
  baseline: z.number().optional(),
  target: z.number().optional(),
  measuredBy: z.strictObject({ measure, side }).optional().describe('The answers it is followed by.'),
  first: toldSchema.optional().describe('What those answered at the start.'),
  last: toldSchema.optional().describe('What they answered in the latest round that tells of it.'),
});

/** GET /programmes/{id}/results: what is told of all answers, and what will be. */
export const resultsSchema = z.strictObject({
  rounds: z
    .array(roundSchema)
    .describe('Rounds that are frozen, in the order in which they were; what is hidden is left out.'),
  waiting: z
    .array(z.strictObject({ round: z.string(), instrument: z.enum(instruments), closesAt: z.iso.datetime() }))
    .describe('Rounds that are planned or open, or whose figures come with the next night.'),
  objectives: z.array(objectiveSchema),
  thresholds: thresholdsSchema.describe('From how many answers on something is told.'),
  expected: forecastSchema.describe('With as many pairs as there are, or as could be.'),
  forecasts: z.array(forecastSchema),
});
export type Results = z.infer<typeof resultsSchema>;
export type ToldRound = z.infer<typeof roundSchema>;
export type ToldOwn = z.infer<typeof ownSchema>;
export type FollowedObjective = z.infer<typeof objectiveSchema>;
export type Forecast = z.infer<typeof forecastSchema>;
