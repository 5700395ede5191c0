import * as z from 'zod/mini';
import { programmeIdField, shortField } from '../member/press-fields';

export const givePledgePress = z.object({
  verb: z.literal('pledge/give'),
  programmeId: programmeIdField,
  words: z._default(shortField, ''),
});
