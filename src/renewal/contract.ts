import { z } from 'zod';
import { idField, programmeIdField } from '../member/press-fields';

export const showRenewalPress = z.object({
  verb: z.literal('renewal/show'),
  programmeId: programmeIdField,
  pairId: idField,
});

export const chooseRenewalPress = z.object({
  verb: z.literal('renewal/choose'),
  programmeId: programmeIdField,
  pairId: idField,
  goOn: z.string().max(20).default('').describe('`again`, `swap`, both with a comma, or neither.'),
  otherwise: z
    .enum(['', 'another', 'enough'])
    .default('')
    .describe('What the person wants if the two do not go on; empty is `enough`.'),
});
