import { z } from 'zod';
import { messageListSchema, messageStateSchema } from '../../src/hr-page/messaging-api-contract';
import { listMessages } from '../../src/hr-page/list-messages';
import { messages } from '../../src/dispatch/messages';
import { retryMessage } from '../../src/delivery/retry-message';
import { doneSchema } from '../../src/hr-page/programme-api-contract';
import type { ApiDeps } from './api-deps';
import { answered, endpoint, refuse, type Endpoint } from './endpoint';

/** Every message of the bot in a programme: sent, when, or why not. */
export function messageRoutes({ ports }: ApiDeps): readonly Endpoint[] {
  return [
    endpoint({
      name: 'messages-list',
      summary: 'One page of messages with state and reason in words.',
      query: z.object({ state: messageStateSchema.optional(), cursor: z.string().max(400).optional() }),
      answer: messageListSchema,
      handle: async ({ params, query, language }) => {
        const question = {
          ...(query.state === undefined ? {} : { state: query.state }),
          ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
        };
        return answered(await listMessages(ports, messages, params['id'] ?? '', question, language));
      },
    }),
    endpoint({
      name: 'message-retry',
      summary: 'Queues a message again that was given up.',
      answer: doneSchema,
      handle: async ({ params, actor, context }) => {
        const retried = await retryMessage(ports, params['id'] ?? '', params['messageId'] ?? '', actor, context);
        return retried.ok ? answered({ done: true }) : refuse(retried.reason);
      },
    }),
  ];
}
