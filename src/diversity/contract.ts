import * as z from 'zod/mini';
import { programmeIdField } from '../member/press-fields';
import { ageBands, diversityAttributes, genders } from '../domain/diversity';

export const showAnswersPress = z.object({ verb: z.literal('diversity/show'), programmeId: programmeIdField });

export const saveAnswerPress = z.object({
  verb: z.literal('diversity/save'),
  programmeId: programmeIdField,
  attribute: z.enum(diversityAttributes).check(z.describe('Which of the two is said; the other is left as it is.')),
  gender: z.optional(z.enum(['', ...genders])).check(z.describe('Empty withdraws it.')),
  ageBand: z.optional(z.enum(['', ...ageBands])).check(z.describe('Empty withdraws it.')),
});
export const withdrawAnswerPress = z.object({
  verb: z.literal('diversity/withdraw'),
  programmeId: programmeIdField,
  attribute: z.enum(diversityAttributes),
});
