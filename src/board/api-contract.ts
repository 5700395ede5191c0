import { z } from 'zod';
import { monthStepSchema } from './month-step-contract';

export const pairHealthSchema = z.enum(['on-track', 'on-hold', 'quiet', 'needs-a-time', 'finished', 'ended']);
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

/** GET /programmes/{id}/board: the figures of all pairs, the first rows, and where the other rows are. The browser sorts and filters. */
export const boardSchema = z
  .object({
    version: z.number().int(),
    foldedAt: z.iso.datetime().optional().describe('As of when; absent before the first pair.'),
    pairs: z
      .record(pairHealthSchema, z.number().int())
      .describe('How many of all pairs are in each situation, whether or not their rows are here.'),
    rows: z.array(boardRowSchema).describe('At most 100 KB of rows, in no order.'),
    pages: z
      .array(
        z
          .object({
            id: z.string().describe('As GET /programmes/{id}/board/pages/{pageId} takes it.'),
            tag: z
              .string()
              .describe('Moves when a row of the page does. A page with another tag is of another version.'),
          })
          .strict(),
      )
      .describe('The other rows. What is held with the same tag need not be asked for again.'),
  })
  .strict();
export type Board = z.infer<typeof boardSchema>;

/** GET /programmes/{id}/board/pages/{pageId}. */
export const boardPageSchema = z
  .object({ tag: z.string().describe('As the board has it, for this version.'), rows: z.array(boardRowSchema) })
  .strict();
export type BoardPageDto = z.infer<typeof boardPageSchema>;
