import { z } from 'zod';

/** The longest cell that is an id, a word or a number; anything longer is a mistake. */
export const longestCell = 200;

const cell = z.string().trim().min(1).max(longestCell);

/** The columns of a file of answers, in any order and case. */
export const answerColumns = ['person', 'role', 'group', 'survey', 'question', 'value'] as const;
export type AnswerColumn = (typeof answerColumns)[number];

/** One row of a file of answers: what one person answered to one question of one survey. */
export const answerRowSchema = z
  .strictObject({
    person: cell.describe(
      'Who answered: any id, the same in both surveys. It is used to join the two and never printed.',
    ),
    role: z.enum(['mentor', 'mentee']).describe('In which role. Somebody with both roles has rows of each.'),
    group: z
      .enum(['participant', 'waiting'])
      .describe('Takes part, or waits for a partner. One person is in one group.'),
    survey: z
      .union([z.enum(['baseline', 'closing', 'midpoint', 'follow-up']), z.string().regex(/^pulse(?:-\d{1,3})?$/u)])
      .describe(
        'baseline and closing are compared; pulse, pulse-1 ..., midpoint and follow-up may be in the file and are left out.',
      ),
    question: cell.describe(
      'Which question. `again` is the one of promoters and detractors; `tool-use` takes never, tried, monthly, weekly or daily. A question whose ' +
        'values are all yes and no (oui, non, true, false), or all 0 and 1 with both among them, is a share. One that only the closing asks, in whole numbers of which ' +
        'one at least is over 5, is one of promoters. All others are measured before and after.',
    ),
    value: z
      .string()
      .max(longestCell)
      .describe(
        'A number: 1 to 5 for questions of agreement of the product, also a mean such as 3.67; whole, 0 to 10, for `again`; 0 to 10 for questions of your own. ' +
          'A decimal comma is read as a point. Empty is no answer. A reversed question is measured as it was answered.',
      ),
  })
  .describe('One row of a CSV of answers, by its columns.');
export type AnswerRow = z.infer<typeof answerRowSchema>;
