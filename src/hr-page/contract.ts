import * as z from 'zod/mini';
import { programmeIdField } from '../member/press-fields';

export const startWeeklyToDoPress = z.object({ verb: z.literal('to-do/weekly'), programmeId: programmeIdField });
export const stopWeeklyToDoPress = z.object({ verb: z.literal('to-do/weekly-stop'), programmeId: programmeIdField });
