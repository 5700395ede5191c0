import * as z from 'zod/mini';
import { programmeStates } from '../domain/programme';
import { byLanguage, languages } from '../language/languages';
import { roleNameSchema } from '../member/roles';

const bilingual = z.strictObject(byLanguage(() => z.string()));
const instant = z.iso.datetime().check(z.describe('UTC instant.'));

/** One programme in which the reader has a part. */
export const programmeEntrySchema = z.strictObject({
  id: z.string(),
  name: bilingual,
  state: z.enum(programmeStates),
  roles: z.array(roleNameSchema).check(z.describe('What the reader is in it; empty only for nobody.')),
});
export type ProgrammeEntryDto = z.infer<typeof programmeEntrySchema>;

/** GET /programmes */
export const programmeListSchema = z.strictObject({ programmes: z.array(programmeEntrySchema) });

/** GET /me */
export const meSchema = z.strictObject({
  directoryId: z.string(),
  name: z.string(),
  language: z.optional(z.enum(languages)).check(z.describe('Chosen language, when the person chose one.')),
  administratorOfAll: z
    .boolean()
    .check(z.describe('Holds the application role that administers every programme and may create one.')),
  now: instant.check(z.describe('Programme time: what the product takes for now.')),
  programmes: z.array(programmeEntrySchema),
});
export type Me = z.infer<typeof meSchema>;
