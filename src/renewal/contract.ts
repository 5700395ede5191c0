import * as z from 'zod/mini';
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
  goOn: z
    ._default(z.string().check(z.maxLength(20)), '')
    .check(z.describe('`again`, `swap`, both with a comma, or neither.')),
  otherwise: z
    ._default(z.enum(['', 'another', 'enough']), '')
    .check(z.describe('What the person wants if the two do not go on; empty is `enough`.')),
});
