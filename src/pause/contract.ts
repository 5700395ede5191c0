import * as z from 'zod/mini';
import { programmeIdField } from '../member/press-fields';

export const openPausePress = z.object({ verb: z.literal('pause/open'), programmeId: programmeIdField });
export const setPausePress = z.object({
  verb: z.literal('pause/set'),
  programmeId: programmeIdField,
  // Some clients send a date as their language writes it, with a time.
  until: z.string().check(z.minLength(1), z.maxLength(40)),
});
export const endPausePress = z.object({ verb: z.literal('pause/end'), programmeId: programmeIdField });
