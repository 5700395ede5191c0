import { ADAPTIVE_CARD, type WireAttachment } from './wire-activity';
import type { ChatMessage } from './chat-store';
import type { Cloud } from './cloud';

/** A message as one person sees it now. */
export interface ShownMessage {
  readonly id: string;
  readonly threadId?: string;
  readonly author: 'bot' | 'person';
  readonly directoryId?: string;
  readonly authorName: string;
  readonly at: string;
  readonly editedAt?: string;
  readonly deleted: boolean;
  readonly text?: string;
  readonly textFormat?: string;
  /** What a notification would show on a lock screen. */
  readonly summary?: string;
  /** The Adaptive Cards, as replaced by answers and updates. */
  readonly cards: readonly unknown[];
  readonly otherAttachments: readonly WireAttachment[];
  readonly suggestedActions?: unknown;
  /** Shown under the card after a press. */
  readonly notice?: { readonly text: string; readonly kind: 'message' | 'error' };
}

/** What a person sees of a message; without a person, what everyone sees. */
export function showMessage(cloud: Cloud, message: ChatMessage, directoryId?: string): ShownMessage {
  const { activity } = message;
  const attachments = message.deleted ? [] : (activity.attachments ?? []);
  const own = directoryId === undefined ? undefined : message.personalCards[directoryId];
  const cards = attachments
    .filter((attachment) => attachment.contentType === ADAPTIVE_CARD)
    .map((attachment) => attachment.content);
  const notice = directoryId === undefined ? undefined : message.notices[directoryId];
  return {
    id: message.id,
    ...(message.threadId === undefined ? {} : { threadId: message.threadId }),
    author: message.author,
    ...(message.directoryId === undefined ? {} : { directoryId: message.directoryId }),
    authorName:
      message.directoryId === undefined
        ? (cloud.options.botName ?? 'Passerelle')
        : cloud.roster.person(message.directoryId).seed.name,
    at: message.at,
    ...(message.editedAt === undefined ? {} : { editedAt: message.editedAt }),
    deleted: message.deleted,
    ...(activity.text === undefined || message.deleted ? {} : { text: activity.text }),
    ...(activity.textFormat === undefined ? {} : { textFormat: activity.textFormat }),
    ...(activity.summary === undefined ? {} : { summary: activity.summary }),
    cards: own === undefined ? cards : [own],
    otherAttachments: attachments.filter(
      (attachment) => attachment.contentType !== ADAPTIVE_CARD && attachment.contentType !== 'text/html',
    ),
    ...(activity.suggestedActions === undefined ? {} : { suggestedActions: activity.suggestedActions }),
    ...(notice === undefined ? {} : { notice }),
  };
}
