import * as z from 'zod/mini';
import { idField, programmeIdField } from '../member/press-fields';

/** A session, and the set of slots that the card showed. */
const sessionFields = {
  programmeId: programmeIdField,
  pairId: idField,
  number: z.coerce.number().check(z.int(), z.minimum(1), z.maximum(6)),
  slotRound: z.coerce.number().check(z.int(), z.minimum(0), z.maximum(1000)),
};

export const suitsPress = z.object({
  verb: z.literal('session/suits'),
  ...sessionFields,
  slots: z._default(z.string().check(z.maxLength(20)), ''),
});
export const noneSuitPress = z.object({ verb: z.literal('session/none-suit'), ...sessionFields });
export const moveSessionPress = z.object({ verb: z.literal('session/move'), ...sessionFields });
export const metPress = z.object({ verb: z.literal('session/met'), ...sessionFields });
export const notMetPress = z.object({ verb: z.literal('session/not-met'), ...sessionFields });
