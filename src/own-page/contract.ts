import * as z from 'zod/mini';
import { languages } from '../language/languages';

export const setLanguagePress = z.object({ verb: z.literal('language/set'), language: z.enum(languages) });
export const showHomePress = z.object({ verb: z.literal('home/show') });
