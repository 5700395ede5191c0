import { z } from 'zod';

/** POST /programmes/{id}/drafts */
export const startDraftSchema = z
  .object({
    seed: z
      .number()
      .int()
      .min(0)
      .max(2_147_483_647)
      .default(1)
      .describe('Breaks ties; the same seed gives the same draft.'),
  })
  .strict();
export const draftStartedSchema = z.object({ draftId: z.string(), jobId: z.string() }).strict();

const bilingual = z.object({ fr: z.string(), en: z.string() }).strict();
const person = z.object({ id: z.string(), name: z.string() }).strict();

export const draftPairSchema = z
  .object({
    mentor: person,
    mentee: person,
    score: z.number().int(),
    topics: z.array(z.string()).describe('Ids of catalogue topics.'),
    parts: z.array(z.object({ part: z.string(), points: z.number().int(), reason: bilingual }).strict()),
  })
  .strict();
export const draftUnpairedSchema = z.object({ person, role: z.string(), reasons: z.array(bilingual) }).strict();

/** GET /programmes/{id}/drafts/{draftId} and .../latest: the head, and one page of pairs. */
export const draftSchema = z
  .object({
    id: z.string(),
    state: z.enum(['queued', 'computing', 'ready', 'publishing', 'published', 'failed']),
    seed: z.number().int(),
    createdAt: z.iso.datetime(),
    pairCount: z.number().int(),
    unpairedCount: z.number().int(),
    total: z.number().int(),
    upperBound: z.number().int(),
    optimal: z.boolean(),
    inputHash: z.string(),
    reason: z.string().optional().describe('Why it failed, in words.'),
    pairs: z.array(draftPairSchema),
    unpaired: z.array(draftUnpairedSchema),
    next: z.string().optional().describe('Cursor of the next page.'),
  })
  .strict();
export type DraftDto = z.infer<typeof draftSchema>;
