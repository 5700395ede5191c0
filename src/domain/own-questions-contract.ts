import { z } from 'zod';
import { byLanguage } from '../language/languages';
import { ownKinds, ownLimits, ownSurveys, type OwnQuestion } from './own-questions';

const words = (most: number) =>
  z
    .object(byLanguage(() => z.string().trim().min(1).max(most)))
    .strict()
    .describe('The same words in French and in English.');

const bilingual = z.strictObject(byLanguage(() => z.string()));

const about = {
  id: z
    .string()
    .regex(/^own-[a-z0-9][a-z0-9-]{0,29}$/u)
    .describe(
      '`own-` and a short name: lower-case letters, digits and hyphens. The same question has it in every survey.',
    ),
  words: words(ownLimits.words).describe('The question as people read it. Every question can be left out.'),
  who: z.enum(['mentor', 'mentee', 'both']).default('both').describe('Who is asked.'),
  surveys: z
    .array(z.enum(ownSurveys))
    .min(1)
    .refine((names) => new Set(names).size === names.length, { message: 'each survey once' })
    .describe('In which surveys it stands. The pulse after each session takes none.'),
  place: z
    .enum(['before', 'after'])
    .default('after')
    .describe('Before the questions of the product, or after them; among themselves in the order of this list.'),
};

const choices = z
  .array(words(ownLimits.choice))
  .min(ownLimits.fewestChoices)
  .max(ownLimits.mostChoices)
  .describe('What may be chosen, in its order.');

/** One question of HR's own, by how it is answered. */
export const ownQuestionSchema = z
  .discriminatedUnion('kind', [
    z
      .object({
        kind: z.literal('scale').describe('1 to 5, with words at both ends; told as a mean, and as a change.'),
        ...about,
        ends: z.object({ low: words(ownLimits.end), high: words(ownLimits.end) }).strict(),
      })
      .strict(),
    z.object({ kind: z.literal('choice').describe('One choice of several.'), ...about, choices }).strict(),
    z.object({ kind: z.literal('choices').describe('Several choices at once.'), ...about, choices }).strict(),
    z
      .object({ kind: z.literal('zero-to-ten').describe('How likely, 0 to 10: promoters less detractors.'), ...about })
      .strict(),
    z.object({ kind: z.literal('comment').describe('An answer in words.'), ...about }).strict(),
  ])
  .describe('A question of HR’s own.');

/** A question as it is told with its figures. */
export const toldQuestionSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(ownKinds),
  words: bilingual,
  ends: z.strictObject({ low: bilingual, high: bilingual }).optional(),
  choices: z.array(bilingual).readonly().optional().describe('Answered as `c1`, `c2` ...'),
  who: z.enum(['mentor', 'mentee', 'both']),
  surveys: z.array(z.enum(ownSurveys)).readonly(),
  place: z.enum(['before', 'after']),
});

/** The questions of HR's own, in their order. */
export const ownQuestionsSchema = z
  .array(ownQuestionSchema)
  .max(ownLimits.inAll)
  .superRefine((questions: readonly OwnQuestion[], context) => {
    const ids = questions.map(({ id }) => id);
    for (const [index, id] of ids.entries())
      if (ids.indexOf(id) < index)
        context.addIssue({ code: 'custom', path: [index, 'id'], message: 'this name is given above already' });
    for (const survey of ownSurveys) {
      const inIt = questions.filter(({ surveys }) => surveys.includes(survey));
      const comments = inIt.filter(({ kind }) => kind === 'comment');
      if (inIt.length > ownLimits.inSurvey || comments.length > ownLimits.commentsInSurvey)
        context.addIssue({
          code: 'custom',
          path: [],
          message: `${survey}: ${String(ownLimits.inSurvey)} questions at most, ${String(ownLimits.commentsInSurvey)} of them in words`,
        });
    }
  });

/** From how many answers on something is told. */
export const thresholdsSchema = z
  .object({
    scores: z.number().int().min(5).max(50).default(5).describe('Answers of which a figure is told, at least.'),
    comments: z.number().int().min(10).max(100).default(10).describe('Comments that are shown together, at least.'),
  })
  .strict();
