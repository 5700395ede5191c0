import { z } from 'zod';
import { measureIds, type MeasureId } from './figures';
import { instrumentQuestions } from './instruments';

/** The least and the greatest of a figure, in its own unit. */
type Range = readonly [least: number, most: number];

const perCent: Range = [0, 100];
/** Three decimals could tell a figure from a limit that are the same to whoever reads both. */
const step = 0.01;

const measured = {
  measure: z.enum(measureIds).describe('A question of the surveys, or several that are one scale.'),
  side: z.enum(['mentor', 'mentee']).describe('Whose answers.'),
};
const share = z.number().min(perCent[0]).max(perCent[1]).multipleOf(step);

const conditionSchema = z
  .discriminatedUnion('by', [
    z
      .object({
        by: z.literal('answers').describe('A figure of the closing survey.'),
        ...measured,
        atLeast: z
          .number()
          .multipleOf(step)
          .describe(
            'A mean from 1 to 5, per cent where a question has choices, or points from -100 to 100 of `again`.',
          ),
      })
      .strict(),
    z
      .object({
        by: z.literal('change').describe('How the same people changed from the start to the closing survey.'),
        ...measured,
        atLeast: z.number().min(-4).max(4).multipleOf(step).describe('Points of a scale from 1 to 5.'),
      })
      .strict(),
    z
      .object({
        by: z.literal('hours').describe('Hours held, of those that were planned.'),
        atLeast: share.describe('Per cent.'),
      })
      .strict(),
    z
      .object({
        by: z.literal('pairs').describe('Pairs that went through all their months, of those that are over.'),
        atLeast: share.describe('Per cent.'),
      })
      .strict(),
  ])
  .superRefine((condition, context) => {
    if (condition.by === 'answers') {
      const [least, most] = rangeOf(condition.measure);
      if (condition.atLeast < least || condition.atLeast > most)
        context.addIssue({
          code: 'custom',
          path: ['atLeast'],
          message: `a number from ${String(least)} to ${String(most)} is expected of ${condition.measure}`,
        });
    }
    if (condition.by === 'change' && !changing.has(condition.measure))
      context.addIssue({
        code: 'custom',
        path: ['measure'],
        message: 'a question with a scale that is asked at the start too is expected',
      });
  })
  .describe('One condition: the figure, and the least with which it is met.');

/** The rule of a pilot, written before anybody is invited. */
export const pilotSchema = z
  .object({
    goesOnIf: z
      .array(conditionSchema)
      .min(1)
      .max(5)
      .superRefine((conditions, context) => {
        const figures = conditions.map(({ atLeast: _atLeast, ...figure }) => JSON.stringify(figure));
        for (const [index, figure] of figures.entries())
          if (figures.indexOf(figure) < index)
            context.addIssue({ code: 'custom', path: [index], message: 'this figure has a condition above already' });
      })
      .describe('One to five conditions: the pilot goes on where all of them are met, and stops where one is not.'),
  })
  .strict();

export type PilotRule = z.infer<typeof pilotSchema>;
export type PilotCondition = PilotRule['goesOnIf'][number];

function rangeOf(measure: MeasureId): Range {
  const question = instrumentQuestions('closing').find(({ id }) => id === measure);
  if (question?.type === 'choice') return perCent;
  return question?.type === 'zero-to-ten' ? [-100, 100] : [1, 5];
}

/** Measures with a mean at the start and at the end, as the scales of several statements have. */
const changing: ReadonlySet<MeasureId> = new Set([
  'understanding',
  'engagement',
  ...measureIds.filter((measure) =>
    (['baseline', 'closing'] as const).every((instrument) =>
      instrumentQuestions(instrument).some(({ id, type }) => id === measure && type === 'agreement'),
    ),
  ),
]);
