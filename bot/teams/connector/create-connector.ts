import type { ChannelReference } from '../../../src/domain/programme';
import type { ConversationReference } from '../../../src/domain/rows';
import type { RenderedCard } from '../cards/render-card';
import {
  beginOperation,
  createConnectorRequest,
  type ConnectorAnswer,
  type ConnectorRequestOptions,
  type Operation,
} from './connector-request';
import { timedOut, type SendOutcome } from '../../../src/domain/send-outcome';

export interface ConnectorOptions extends ConnectorRequestOptions {
  readonly botAppId: string;
  readonly tenantId: string;
}

/** A message: a card with what its notification says, or plain text. */
export type Content = RenderedCard | { readonly text: string };

export interface PersonTarget {
  readonly directoryId: string;
  readonly reference: ConversationReference;
}

/** Where a conversation is, as an activity tells. */
export interface ConversationPlace {
  readonly serviceUrl: string;
  readonly conversationId: string;
}

/** Whether the first request of a send has taken its place in the budget already, before the message was marked as on its way. */
export interface SendOptions {
  readonly hasItsPlace: boolean;
}

/** Sends to Teams; every fate is a value, nothing is thrown and nothing is sent twice. */
export interface Connector {
  /** Opens the person's chat when it is not known yet or is gone; `conversationId` of the outcome is to be kept. */
  sendToPerson(target: PersonTarget, content: Content, options?: SendOptions): Promise<SendOutcome>;
  /** A new thread in the channel. */
  sendToChannel(
    channel: Pick<ChannelReference, 'channelId' | 'serviceUrl'>,
    content: Content,
    options?: SendOptions,
  ): Promise<SendOutcome>;
  /** Into a conversation that is open, as the direct answer to somebody. */
  sendToConversation(place: ConversationPlace, content: Content): Promise<SendOutcome>;
  updateActivity(
    place: ConversationPlace,
    activityId: string,
    content: Content,
    options?: SendOptions,
  ): Promise<SendOutcome>;
}

/** Teams' limit for one message, counted in UTF-16 with its envelope. */
const largestMessageBytes = 28 * 1024;
const preconditionWait = 2_000;
const offlineWait = 10_000;

/** The connector of one bot in one tenant. */
export function createConnector(options: ConnectorOptions): Connector {
  const request = createConnectorRequest(options);

  const begin = (send?: SendOptions): Operation =>
    beginOperation(options, send?.hasItsPlace === true ? 'has-its-place' : 'at-once');

  async function post(
    operation: Operation,
    place: ConversationPlace,
    content: Content,
    update?: string,
  ): Promise<SendOutcome> {
    const activity = messageOf(content);
    if (JSON.stringify(activity).length * 2 > largestMessageBytes) return { outcome: 'too-large' };
    const path = ['v3', 'conversations', place.conversationId, 'activities', ...(update === undefined ? [] : [update])];
    const answer = await request(
      { method: update === undefined ? 'POST' : 'PUT', serviceUrl: place.serviceUrl, path, body: activity },
      operation,
    );
    if (answer.kind !== 'done') return outcomeOf(answer);
    return { outcome: 'sent', conversationId: place.conversationId, activityId: idOf(answer.body) ?? update ?? '' };
  }

  async function openChat(
    operation: Operation,
    { reference }: PersonTarget,
  ): Promise<{ readonly id: string } | SendOutcome> {
    const body = {
      isGroup: false,
      bot: { id: `28:${options.botAppId}` },
      members: [{ id: reference.teamsUserId }],
      tenantId: options.tenantId,
      channelData: { tenant: { id: options.tenantId } },
    };
    const answer = await request(
      { method: 'POST', serviceUrl: reference.serviceUrl, path: ['v3', 'conversations'], body },
      operation,
    );
    if (answer.kind !== 'done') return outcomeOfOpening(answer);
    const id = idOf(answer.body);
    return id === undefined ? { outcome: 'failed', reason: 'no-conversation' } : { id };
  }

  async function sendInNewChat(operation: Operation, target: PersonTarget, content: Content): Promise<SendOutcome> {
    const chat = await openChat(operation, target);
    return 'outcome' in chat
      ? chat
      : post(operation, { serviceUrl: target.reference.serviceUrl, conversationId: chat.id }, content);
  }

  return {
    async sendToPerson(target, content, send) {
      const operation = begin(send);
      const { conversationId, serviceUrl } = target.reference;
      if (conversationId === undefined) return sendInNewChat(operation, target, content);
      const outcome = await post(operation, { serviceUrl, conversationId }, content);
      return outcome.outcome === 'failed' && outcome.reason === conversationGone
        ? sendInNewChat(operation, target, content)
        : outcome;
    },
    sendToChannel: (channel, content, send) =>
      post(begin(send), { serviceUrl: channel.serviceUrl, conversationId: channel.channelId }, content),
    sendToConversation: (place, content) => post(begin(), place, content),
    updateActivity: (place, activityId, content, send) => post(begin(send), place, content, activityId),
  };
}

/** Reason of a send whose conversation does not exist any more. */
export const conversationGone = 'conversation-gone';

function messageOf(content: Content): Record<string, unknown> {
  if ('text' in content) return { type: 'message', textFormat: 'plain', text: content.text };
  return {
    type: 'message',
    summary: content.summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: content.card }],
  };
}

/** The delivery rules: retried is 412, 429 and what failed before bytes were written; a 5xx, reset or timeout is ambiguous. */
function outcomeOf(answer: Exclude<ConnectorAnswer, { kind: 'done' }>): SendOutcome {
  if (answer.kind === 'not-sent')
    return {
      outcome: 'retry',
      afterMilliseconds: offlineWait,
      // Its time was over before it could go: that says nothing of the others.
      wholeTenant: answer.reason !== timedOut,
      reason: answer.reason,
    };
  if (answer.kind === 'unknown') return { outcome: 'ambiguous', reason: answer.reason };
  const { status, code } = answer;
  if (code === 'MessageSizeTooBig' || status === 413) return { outcome: 'too-large' };
  if (status === 429)
    return {
      outcome: 'retry',
      afterMilliseconds: answer.retryAfterMilliseconds,
      wholeTenant: true,
      reason: 'too-many-requests',
    };
  if (status === 412)
    return { outcome: 'retry', afterMilliseconds: preconditionWait, wholeTenant: false, reason: 'precondition-failed' };
  if (status === 401)
    return { outcome: 'retry', afterMilliseconds: 60_000, wholeTenant: true, reason: 'sign-in-refused' };
  if (status === 403) return { outcome: 'blocked', reason: code || 'Forbidden' };
  if (status === 404)
    return {
      outcome: 'failed',
      reason: code === 'ActivityNotFoundInConversation' ? 'activity-gone' : conversationGone,
    };
  if (status >= 500) return { outcome: 'ambiguous', reason: `http-${String(status)}` };
  return { outcome: 'failed', reason: code || `http-${String(status)}` };
}

/** Opening a chat again does no harm, so whatever is unknown about it is simply tried later. */
function outcomeOfOpening(answer: Exclude<ConnectorAnswer, { kind: 'done' }>): SendOutcome {
  const outcome = outcomeOf(answer);
  if (outcome.outcome !== 'ambiguous') return outcome;
  return { outcome: 'retry', afterMilliseconds: offlineWait, wholeTenant: false, reason: outcome.reason };
}

function idOf(body: unknown): string | undefined {
  return typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string' ? body.id : undefined;
}
