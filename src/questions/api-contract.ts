import { z } from 'zod';
import { ownKinds, ownSurveys } from '../domain/own-questions';
import { thresholdsSchema, toldQuestionSchema } from '../domain/own-questions-contract';
import { byLanguage } from '../language/languages';
import { personalSubjects } from './find-personal-subjects';

const typed = z.strictObject(byLanguage(() => z.string().max(100_000)));
const number = z.number().describe('A whole number.');

/** PUT /programmes/{id}/questions: as they were typed. What does not fit is told field by field, all at once. */
export const questionsBodySchema = z.strictObject({
  questions: z
    .array(
      z.strictObject({
        id: z.string().max(60).describe('`own-` and a short name, given by who writes the question; it never changes.'),
        kind: z.enum(ownKinds),
        words: typed,
        ends: z.strictObject({ low: typed, high: typed }).optional(),
        choices: z.array(typed).max(100).optional(),
        who: z.enum(['mentor', 'mentee', 'both']),
        surveys: z.array(z.enum(ownSurveys)).max(10),
        place: z.enum(['before', 'after']),
      }),
    )
    .max(200)
    .describe('In their order.'),
  thresholds: z.strictObject({ scores: number, comments: number }),
});
export type QuestionsBody = z.infer<typeof questionsBodySchema>;

/** GET and PUT /programmes/{id}/questions; the version is in the ETag too. */
export const questionsAnswerSchema = z.strictObject({
  version: z.string().describe('Of the programme, for If-Match.'),
  isFrozen: z.boolean().describe('Enrolment has opened: questions stay as they are, thresholds may rise.'),
  surveys: z.array(z.enum(ownSurveys)).describe('Surveys of the plan that take questions.'),
  questions: z.array(toldQuestionSchema).readonly(),
  questionsVersion: z.int().optional().describe('Version of these questions; absent where there never were any.'),
  thresholds: thresholdsSchema,
  least: z.strictObject({ scores: z.int(), comments: z.int() }).describe('Below which the thresholds may not be set.'),
  warnings: z
    .array(z.strictObject({ id: z.string(), subject: z.enum(personalSubjects) }))
    .describe('Questions that seem to ask for what a works council would refuse. They may stay.'),
});
export type QuestionsAnswer = z.infer<typeof questionsAnswerSchema>;
