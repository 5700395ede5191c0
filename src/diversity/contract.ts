import { z } from 'zod';
import { programmeIdField } from '../member/press-fields';
import { ageBands, diversityAttributes, genders } from '../domain/diversity';

export const showAnswersPress = z.object({ verb: z.literal('diversity/show'), programmeId: programmeIdField });

export const saveAnswerPress = z.object({
  verb: z.literal('diversity/save'),
  programmeId: programmeIdField,
  attribute: z.enum(diversityAttributes).describe('Which of the two is said; the other is left as it is.'),
  gender: z
    .enum(['', ...genders])
    .optional()
    .describe('Empty withdraws it.'),
  ageBand: z
    .enum(['', ...ageBands])
    .optional()
    .describe('Empty withdraws it.'),
});
export const withdrawAnswerPress = z.object({
  verb: z.literal('diversity/withdraw'),
  programmeId: programmeIdField,
  attribute: z.enum(diversityAttributes),
});
