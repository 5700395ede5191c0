import * as z from 'zod/mini';
import { idField, programmeIdField } from '../member/press-fields';

export const showPairPress = z.object({ verb: z.literal('pair/show'), programmeId: programmeIdField, pairId: idField });
export const considerEndingPress = z.object({
  verb: z.literal('pair/leave'),
  programmeId: programmeIdField,
  pairId: idField,
});
export const askToEndPress = z.object({
  verb: z.literal('pair/leave-confirm'),
  programmeId: programmeIdField,
  pairId: idField,
});
export const stayInPairPress = z.object({
  verb: z.literal('pair/stay'),
  programmeId: programmeIdField,
  pairId: idField,
});
export const wantAnotherPress = z.object({
  verb: z.literal('rematch/another'),
  programmeId: programmeIdField,
  pairId: idField,
});
export const hadEnoughPress = z.object({
  verb: z.literal('rematch/enough'),
  programmeId: programmeIdField,
  pairId: idField,
});
