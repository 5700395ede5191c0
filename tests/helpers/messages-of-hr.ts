import { countMessages } from '../../src/hr-page/count-messages';
import { listMessageDays } from '../../src/hr-page/list-message-days';
import { listMessages } from '../../src/hr-page/list-messages';
import { listUnreached } from '../../src/hr-page/list-unreached';
import { messages } from '../../src/dispatch/messages';
import { sentMessages } from '../../src/dispatch/sent-messages';
import type { Stage } from './stage';

/** All that HR can read of the messages of a programme, in English. An id tells nothing: it is counted up in the tests and drawn in the product. */
export async function messagesOfHr({ ports, programmeId, context, now }: Stage) {
  const reader = { language: 'en', now } as const;
  const sent = sentMessages(ports, programmeId, context);
  const list = async (state?: 'queued') =>
    (await listMessages(ports, sent, programmeId, state === undefined ? {} : { state }, reader)).messages.map(
      ({ id: _id, ...message }) => message,
    );
  return {
    ended: await list(),
    waiting: await list('queued'),
    totals: await countMessages(ports, messages, programmeId, 'en'),
    days: (await listMessageDays(ports, messages, programmeId, undefined, reader)).days,
    unreached: (await listUnreached(ports, programmeId, undefined, 'en')).people,
  };
}
