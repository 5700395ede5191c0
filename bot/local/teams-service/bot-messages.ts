import { ADAPTIVE_CARD, isRecord, type WireActivity } from './wire-activity';
import type { ChatMessage, Conversation } from './chat-store';
import type { Cloud } from './cloud';
import { checkOutgoing, ownMessage, type OpenConversation } from './conversation-access';
import { ServiceRefusal } from './service-refusal';

/** Reads an activity the bot wrote; Teams answers BadSyntax without a type. */
export function readActivity(body: Record<string, unknown>): WireActivity {
  if (typeof body.type !== 'string') throw new ServiceRefusal(400, 'BadSyntax', 'The activity has no type.');
  const attachments = body.attachments;
  if (attachments !== undefined && !Array.isArray(attachments))
    throw new ServiceRefusal(400, 'BadSyntax', 'attachments is not a list.');
  for (const attachment of (attachments ?? []) as unknown[]) {
    if (!isRecord(attachment) || typeof attachment.contentType !== 'string')
      throw new ServiceRefusal(400, 'BadSyntax', 'An attachment has no content type.');
    if (attachment.contentType === ADAPTIVE_CARD && !isRecord(attachment.content))
      throw new ServiceRefusal(400, 'BadSyntax', 'A card has no content.');
  }
  return body as WireActivity;
}

/** Accepts a message of the bot and returns its activity id. Nothing is deduplicated: a second send is a second message. */
export function acceptSend(cloud: Cloud, open: OpenConversation, activity: WireActivity): string {
  checkOutgoing(activity);
  const { conversation } = open;
  const id = cloud.chats.nextId();
  const where = placeOf(conversation);
  if (activity.type === 'typing') {
    cloud.journal.write({
      kind: 'typing',
      conversationId: conversation.id,
      activityId: id,
      ...where.journal,
      activity,
    });
    cloud.events.publish({ type: 'typing', conversationId: conversation.id, ...where.event });
    return id;
  }
  const threadId = conversation.kind === 'channel' ? { threadId: open.threadId ?? id } : {};
  for (const earlier of conversation.messages) forgetNotices(earlier);
  cloud.chats.add(conversation, { id, author: 'bot', at: cloud.now(), activity: { ...activity, id }, ...threadId });
  cloud.journal.write({ kind: 'send', conversationId: conversation.id, activityId: id, ...where.journal, activity });
  cloud.events.publish({
    type: 'message',
    change: 'new',
    author: 'bot',
    conversationId: conversation.id,
    activityId: id,
    ...where.event,
  });
  return id;
}

/** Replaces a message of the bot. */
export function acceptUpdate(cloud: Cloud, open: OpenConversation, activityId: string, activity: WireActivity): void {
  const message = ownMessage(cloud, open, activityId);
  checkOutgoing(activity);
  forgetNotices(message);
  replaceActivity(cloud, open.conversation, message, { ...activity, id: activityId });
  for (const directoryId of Object.keys(message.personalCards)) message.personalCards[directoryId] = undefined;
  cloud.journal.write({
    kind: 'update',
    conversationId: open.conversation.id,
    activityId,
    ...placeOf(open.conversation).journal,
    activity,
  });
}

/** Removes a message of the bot for everyone. */
export function acceptDelete(cloud: Cloud, open: OpenConversation, activityId: string): void {
  const message = ownMessage(cloud, open, activityId);
  message.deleted = true;
  const where = placeOf(open.conversation);
  cloud.journal.write({ kind: 'delete', conversationId: open.conversation.id, activityId, ...where.journal });
  cloud.events.publish({
    type: 'message',
    change: 'deleted',
    author: 'bot',
    conversationId: open.conversation.id,
    activityId,
    ...where.event,
  });
}

/** Shows new content under an old id and remembers what was there. */
export function replaceActivity(
  cloud: Cloud,
  conversation: Conversation,
  message: ChatMessage,
  activity: WireActivity,
): void {
  message.earlier.push(message.activity);
  message.activity = activity;
  message.editedAt = cloud.now();
  cloud.events.publish({
    type: 'message',
    change: 'updated',
    author: message.author,
    conversationId: conversation.id,
    activityId: message.id,
    ...placeOf(conversation).event,
  });
}

/** What a client says under a card passes; here it goes with the bot’s next word. */
function forgetNotices(message: ChatMessage): void {
  for (const directoryId of Object.keys(message.notices)) message.notices[directoryId] = undefined;
}

function placeOf(conversation: Conversation): {
  readonly journal: { readonly personDirectoryId?: string; readonly channelId?: string };
  readonly event: { readonly directoryId?: string; readonly channelId?: string };
} {
  const { directoryId, channelId } = conversation;
  if (directoryId !== undefined) return { journal: { personDirectoryId: directoryId }, event: { directoryId } };
  return channelId === undefined ? { journal: {}, event: {} } : { journal: { channelId }, event: { channelId } };
}
