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
        kind: z.enum(['participant', 'contact', 'account', 'channel']),
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

/** GET /programmes/{id}/messages/totals */
export const messageTotalsSchema = z
  .object({
    waiting: z.number().int(),
    moreWait: z.boolean().describe('More wait than were looked at: at least so many.'),
    ended: z.array(z.object({ state: messageStateSchema, count: z.number().int() }).strict()),
    kinds: z
      .array(z.object({ kind: z.string(), words: z.string() }).strict())
      .describe('Kinds that are listed one by one.'),
  })
  .strict();
export type MessageTotals = z.infer<typeof messageTotalsSchema>;

/** Somebody whom a message did not reach; which one is not told. */
export const unreachedSchema = z
  .object({
    id: z.string(),
    to: z.object({ kind: z.enum(['participant', 'contact', 'account']), id: z.string(), name: z.string() }).strict(),
    state: messageStateSchema,
    reason: z.string(),
    words: z.string().describe('Why, in the language asked for.'),
    on: z.iso.date().describe('Day of the programme on which it did not.'),
    canRetry: z.boolean(),
  })
  .strict();
export type UnreachedDto = z.infer<typeof unreachedSchema>;

/** GET /programmes/{id}/messages/unreached */
export const unreachedListSchema = z
  .object({ people: z.array(unreachedSchema), next: z.string().optional().describe('Cursor of the next page.') })
  .strict();
export type UnreachedList = z.infer<typeof unreachedListSchema>;

/** How many messages that are not listed one by one went out on a day that is over. */
export const messageDaySchema = z
  .object({
    day: z.iso.date(),
    kinds: z.array(
      z
        .object({ kind: z.string(), words: z.string(), atLeast: z.number().int().describe('In steps of five.') })
        .strict(),
    ),
  })
  .strict();
export type MessageDayDto = z.infer<typeof messageDaySchema>;

/** GET /programmes/{id}/messages/days */
export const messageDaysSchema = z
  .object({ days: z.array(messageDaySchema), next: z.string().optional().describe('Cursor of the next page.') })
  .strict();
export type MessageDays = z.infer<typeof messageDaysSchema>;
