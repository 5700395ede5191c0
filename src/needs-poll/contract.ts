import * as z from 'zod/mini';
import { programmeIdField } from '../member/press-fields';

const pollFields = { programmeId: programmeIdField, poll: z.string().check(z.minLength(1), z.maxLength(10)) };
/** Ids of topics with commas between, as a choice of several arrives. */
const topicsField = z._default(z.string().check(z.maxLength(2000)), '');

/** Opens the form of a needs poll; what was sent before is not in it. */
export const showNeedsPollPress = z.object({ verb: z.literal('needs-poll/show'), ...pollFields });

/** Sends answers; they stand in place of what the same person sent before. */
export const answerNeedsPollPress = z.object({
  verb: z.literal('needs-poll/answer'),
  ...pollFields,
  learn: topicsField,
  teach: topicsField,
  takePart: z
    ._default(z.enum(['', 'yes', 'perhaps', 'no']), '')
    .check(z.describe('Whether they would take part; empty is no answer to it.')),
});
