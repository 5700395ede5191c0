import * as z from 'zod/mini';
import { longestAim } from '../domain/pair-plan';
import { idField, programmeIdField, revisionField } from '../member/press-fields';

const numberField = z.coerce.number().check(z.int(), z.minimum(1), z.maximum(6));

/** A plan, and its revision that the page showed. */
const planFields = { programmeId: programmeIdField, pairId: idField, revision: revisionField };

export const swapSessionsPress = z.object({
  verb: z.literal('plan/swap'),
  ...planFields,
  number: numberField,
  with: numberField,
});
export const rewordAimPress = z.object({
  verb: z.literal('plan/aim'),
  ...planFields,
  number: numberField,
  words: z
    ._default(z.string().check(z.maxLength(longestAim)), '')
    .check(z.describe('The aim in the pair’s own words; empty for the aim as it is written.')),
});
