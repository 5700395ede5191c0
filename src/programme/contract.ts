import { z } from 'zod';
import { programmeIdField, shortField } from '../member/press-fields';

export const givePledgePress = z.object({
  verb: z.literal('pledge/give'),
  programmeId: programmeIdField,
  words: shortField.default(''),
});
