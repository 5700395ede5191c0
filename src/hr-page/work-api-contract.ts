import { z } from 'zod';

/** Long work as HR sees it. */
export const jobSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['import', 'reach', 'invite', 'draft', 'publish', 'pairing-round-end']),
    ref: z.string(),
    state: z.enum(['queued', 'running', 'done', 'failed', 'dead', 'cancelled']),
    progress: z.number().min(0).max(1),
    tries: z.number().int(),
    reason: z.string().optional().describe('Why the last try failed, in words.'),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().optional(),
    canRetry: z.boolean(),
    canCancel: z.boolean(),
  })
  .strict();
export type JobDto = z.infer<typeof jobSchema>;

/** GET /programmes/{id}/jobs: newest first. */
export const jobListSchema = z.object({ jobs: z.array(jobSchema) }).strict();
