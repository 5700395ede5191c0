import { z } from 'zod';
import { monthStepSchema } from './month-step-contract';

export const pairHealthSchema = z.enum(['on-track', 'quiet', 'needs-a-time', 'finished', 'ended']);
const person = z.object({ id: z.string(), name: z.string() }).strict();

/** One pair on HR's page: process facts and catalogue topics, nothing that was said or chosen in private. */
export const boardRowSchema = z
  .object({
    pairId: z.string(),
    mentor: person,
    mentee: person,
    topics: z.array(z.string()).describe('Ids of catalogue topics.'),
    startedAt: z.iso.datetime(),
    months: z.array(monthStepSchema).describe('One step for each month of the programme.'),
    nextSession: z.iso.datetime().optional(),
    state: z.enum(['active', 'finished', 'ended']),
    health: pairHealthSchema,
  })
  .strict();
export type BoardRowDto = z.infer<typeof boardRowSchema>;

/** GET /programmes/{id}/board: every pair at once; the browser sorts and filters. */
export const boardSchema = z
  .object({
    version: z.number().int(),
    foldedAt: z.iso.datetime().optional().describe('As of when; absent before the first pair.'),
    rows: z.array(boardRowSchema),
  })
  .strict();
export type Board = z.infer<typeof boardSchema>;
