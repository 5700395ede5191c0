import { z } from 'zod';
import { idField, programmeIdField } from '../member/press-fields';

/** A session, and the set of slots that the card showed. */
const sessionFields = {
  programmeId: programmeIdField,
  pairId: idField,
  number: z.coerce.number().int().min(1).max(6),
  slotRound: z.coerce.number().int().min(0).max(1000),
};

export const suitsPress = z.object({
  verb: z.literal('session/suits'),
  ...sessionFields,
  slots: z.string().max(20).default(''),
});
export const noneSuitPress = z.object({ verb: z.literal('session/none-suit'), ...sessionFields });
export const moveSessionPress = z.object({ verb: z.literal('session/move'), ...sessionFields });
export const metPress = z.object({ verb: z.literal('session/met'), ...sessionFields });
export const notMetPress = z.object({ verb: z.literal('session/not-met'), ...sessionFields });
