import { z } from 'zod';

export const messageStateSchema = z.enum([
  'queued',
  'sent',
  'failed',
  'blocked',
  'ambiguous',
  'cancelled',
  'skipped',
  'dead',
]);

/** One message of the bot: sent, when, or why not. */
export const messageSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    kindWords: z.string(),
    to: z
      .object({
        kind: z.enum(['participant', 'contact', 'channel']),
        id: z.string().optional(),
        name: z.string().optional(),
      })
      .strict(),
    state: messageStateSchema,
    reason: z.string().describe('Code of the reason; empty while queued.'),
    words: z.string().describe('The state and its reason in the language asked for.'),
    createdAt: z.iso.datetime(),
    at: z.iso.datetime().describe('When it reached its state; while queued, when it may go.'),
    tries: z.number().int(),
    canRetry: z.boolean(),
  })
  .strict();
export type MessageDto = z.infer<typeof messageSchema>;

/** GET /programmes/{id}/messages */
export const messageListSchema = z
  .object({ messages: z.array(messageSchema), next: z.string().optional().describe('Cursor of the next page.') })
  .strict();
export type MessageList = z.infer<typeof messageListSchema>;
