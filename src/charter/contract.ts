import * as z from 'zod/mini';
import { idField, programmeIdField, revisionField } from '../member/press-fields';

export const showCharterPress = z.object({
  verb: z.literal('charter/show'),
  programmeId: programmeIdField,
  pairId: idField,
});
export const acceptCharterPress = z.object({
  verb: z.literal('charter/accept'),
  programmeId: programmeIdField,
  pairId: idField,
  version: revisionField.check(z.describe('Version of the words that the person has read.')),
});
