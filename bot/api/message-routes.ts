import { z } from 'zod';
import {
  messageDaysSchema,
  messageListSchema,
  messageStateSchema,
  messageTotalsSchema,
  unreachedListSchema,
} from '../../src/hr-page/messaging-api-contract';
import { countMessages } from '../../src/hr-page/count-messages';
import { listMessageDays } from '../../src/hr-page/list-message-days';
import { listMessages } from '../../src/hr-page/list-messages';
import { listUnreached } from '../../src/hr-page/list-unreached';
import { messages } from '../../src/dispatch/messages';
import { retryMessage } from '../../src/delivery/retry-message';
import { retryUnreached } from '../../src/delivery/retry-unreached';
import type { MessageKind, Recipient } from '../../src/domain/message';
import { doneSchema } from '../../src/hr-page/programme-api-contract';
import type { ApiDeps } from './api-deps';
import { answered, endpoint, refuse, type Endpoint } from './endpoint';

const cursor = z.string().max(400).optional();
const kindSchema = z.enum(Object.keys(messages) as [MessageKind, ...MessageKind[]]);
const recipientSchema = z.enum(['participant', 'contact', 'account']);

/** Messages of the bot in a programme, as far as HR reads them. */
export function messageRoutes({ ports, sentMessages }: ApiDeps): readonly Endpoint[] {
  return [
    endpoint({
      name: 'messages-list',
      summary:
        'One page of the messages that tell nothing of an answer, with state and reason in words: those that have ended, the newest first; with state=queued those that wait.',
      query: z.object({
        state: messageStateSchema.optional(),
        kind: kindSchema.optional(),
        to: recipientSchema.optional().describe('With `person`: whose messages.'),
        person: z.string().max(200).optional(),
        cursor,
      }),
      answer: messageListSchema,
      handle: async ({ params, query, language, context }) => {
        const { state, kind, to = 'participant', person } = query;
        const recipient: Recipient | undefined = person === undefined ? undefined : { to, id: person };
        const question = {
          ...(state === undefined ? {} : { state }),
          ...(kind === undefined ? {} : { kind }),
          ...(recipient === undefined ? {} : { recipient }),
          ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
        };
        const programmeId = params['id'] ?? '';
        const sent = sentMessages(programmeId, context);
        return answered(await listMessages(ports, sent, programmeId, question, { language, now: context.now }));
      },
    }),
    endpoint({
      name: 'messages-count',
      summary: 'How many of those messages ended how, how many wait, and which kinds there are.',
      answer: messageTotalsSchema,
      handle: async ({ params, language }) =>
        answered(await countMessages(ports, messages, params['id'] ?? '', language)),
    }),
    endpoint({
      name: 'message-days',
      summary: 'One page of the days that are over, the newest first: at least how many other messages went out.',
      query: z.object({ cursor }),
      answer: messageDaysSchema,
      handle: async ({ params, query, language, context: { now } }) =>
        answered(await listMessageDays(ports, messages, params['id'] ?? '', query.cursor, { language, now })),
    }),
    endpoint({
      name: 'messages-unreached',
      summary:
        'One page of the people whom one of those other messages did not reach, with the reason, not with the message.',
      query: z.object({ cursor }),
      answer: unreachedListSchema,
      handle: async ({ params, query, language }) =>
        answered(await listUnreached(ports, params['id'] ?? '', query.cursor, language)),
    }),
    endpoint({
      name: 'message-retry',
      summary: 'Queues a message again that did not arrive, or may not have, while what it says still holds.',
      answer: doneSchema,
      handle: async ({ params, actor, context }) => {
        const programmeId = params['id'] ?? '';
        const sent = sentMessages(programmeId, context);
        const retried = await retryMessage(ports, programmeId, params['messageId'] ?? '', sent, actor, context);
        return retried.ok ? answered({ done: true }) : refuse(retried.reason);
      },
    }),
    endpoint({
      name: 'unreached-retry',
      summary: 'Queues again what did not reach somebody; what no longer holds is not sent.',
      answer: doneSchema,
      handle: async ({ params, actor, context }) => {
        const key = `${params['to'] ?? ''}|${params['personId'] ?? ''}`;
        const retried = await retryUnreached(ports, params['id'] ?? '', key, actor, context);
        return retried.ok ? answered({ done: true }) : refuse(retried.reason);
      },
    }),
  ];
}
