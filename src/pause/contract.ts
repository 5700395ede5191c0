import * as z from 'zod/mini';
import { programmeIdField } from '../member/press-fields';

export const openPausePress = z.object({ verb: z.literal('pause/open'), programmeId: programmeIdField });
export const setPausePress = z.object({
  verb: z.literal('pause/set'),
  programmeId: programmeIdField,
  until: z.string().check(z.minLength(1), z.maxLength(10)),
});
export const endPausePress = z.object({ verb: z.literal('pause/end'), programmeId: programmeIdField });
