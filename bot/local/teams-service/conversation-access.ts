import type { ChatMessage, Conversation } from './chat-store';
import type { Cloud } from './cloud';
import { ServiceRefusal } from './service-refusal';
import type { WireActivity } from './wire-activity';

/** Teams' limit for one message, counted in UTF-16. */
const MESSAGE_LIMIT_BYTES = 28 * 1024;

export interface OpenConversation {
  readonly conversation: Conversation;
  /** First message of the thread addressed, for `...;messageid=123`. */
  readonly threadId?: string;
}

/** The conversation as the bot addresses it, or Teams' refusal: gone, blocked, or the bot not in it. */
export function openForBot(cloud: Cloud, address: string): OpenConversation {
  const [id = '', thread] = address.split(';messageid=');
  const conversation = cloud.chats.find(id);
  if (!conversation) throw new ServiceRefusal(404, 'ConversationNotFound', 'Conversation not found.');
  if (conversation.directoryId !== undefined) {
    const person = cloud.roster.person(conversation.directoryId);
    if (person.blocked)
      throw new ServiceRefusal(403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.');
    if (!cloud.roster.isReachable(person)) throw notInRoster();
  } else {
    const team = cloud.roster.teamOfChannel(id);
    if (!team) throw new ServiceRefusal(404, 'ConversationNotFound', 'Conversation not found.');
    if (!team.hasApp) throw notInRoster();
  }
  return thread ? { conversation, threadId: thread } : { conversation };
}

/** Teams' refusal of a message it would not show: too large, or nothing in it. */
export function checkOutgoing(activity: WireActivity): void {
  if (JSON.stringify(activity).length * 2 > MESSAGE_LIMIT_BYTES) {
    throw new ServiceRefusal(413, 'MessageSizeTooBig', 'Message size too large.');
  }
  if (activity.type === 'typing') return;
  if (activity.type !== 'message')
    throw new ServiceRefusal(400, 'BadSyntax', `Teams does not send activities of type ${activity.type}.`);
  if (!activity.text && !activity.attachments?.length) {
    throw new ServiceRefusal(400, 'BadSyntax', 'A message needs a text or an attachment.');
  }
}

/** The bot's own message in this conversation; Teams refuses to change anyone else's. */
export function ownMessage(cloud: Cloud, { conversation }: OpenConversation, activityId: string): ChatMessage {
  const place = cloud.chats.place(activityId);
  if (!place || place.conversation !== conversation || place.message.author !== 'bot' || place.message.deleted) {
    throw new ServiceRefusal(404, 'ActivityNotFoundInConversation', 'Activity not found in the conversation.');
  }
  return place.message;
}

function notInRoster(): ServiceRefusal {
  return new ServiceRefusal(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
}
