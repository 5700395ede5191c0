import type { WireActivity } from './wire-activity';

export interface Conversation {
  readonly id: string;
  readonly kind: 'personal' | 'channel';
  /** Whose chat with the bot this is (personal only). */
  readonly directoryId?: string;
  readonly channelId?: string;
  readonly teamId?: string;
  readonly messages: ChatMessage[];
}

export interface ChatMessage {
  readonly id: string;
  /** First message of the thread it belongs to (channels only). */
  readonly threadId?: string;
  readonly author: 'bot' | 'person';
  readonly directoryId?: string;
  readonly at: string;
  editedAt?: string;
  deleted: boolean;
  activity: WireActivity;
  /** What it looked like before, oldest first: a device that has not refreshed still shows one of these. */
  readonly earlier: WireActivity[];
  /** In a channel the card an invoke answered is seen by the person who pressed only. */
  readonly personalCards: Record<string, unknown>;
  /** What the client shows under the card after a press, per person. */
  readonly notices: Record<string, { readonly text: string; readonly kind: 'message' | 'error' } | undefined>;
}

export interface SavedChats {
  readonly lastNumber: number;
  readonly conversations: readonly Conversation[];
}

const FIRST_MESSAGE_NUMBER = 1_700_000_000_000;

/** Every conversation with its messages as they look now. */
export class ChatStore {
  private readonly conversations = new Map<string, Conversation>();
  private readonly places = new Map<string, { readonly conversation: Conversation; readonly message: ChatMessage }>();
  private lastNumber = FIRST_MESSAGE_NUMBER;

  /** A new activity id; ids grow, as in Teams, and never come back. */
  nextId(): string {
    this.lastNumber += 1;
    return String(this.lastNumber);
  }

  /** The conversation with this id, made on first use. */
  open(conversation: Omit<Conversation, 'messages'>): Conversation {
    const known = this.conversations.get(conversation.id);
    if (known) return known;
    const fresh: Conversation = { ...conversation, messages: [] };
    this.conversations.set(fresh.id, fresh);
    return fresh;
  }

  find(conversationId: string): Conversation | undefined {
    return this.conversations.get(conversationId);
  }

  drop(conversationId: string): void {
    this.conversations.delete(conversationId);
  }

  place(activityId: string): { readonly conversation: Conversation; readonly message: ChatMessage } | undefined {
    return this.places.get(activityId);
  }

  add(
    conversation: Conversation,
    message: Omit<ChatMessage, 'deleted' | 'earlier' | 'personalCards' | 'notices'>,
  ): ChatMessage {
    const stored: ChatMessage = { ...message, deleted: false, earlier: [], personalCards: {}, notices: {} };
    conversation.messages.push(stored);
    this.places.set(stored.id, { conversation, message: stored });
    return stored;
  }

  save(): SavedChats {
    return { lastNumber: this.lastNumber, conversations: [...this.conversations.values()] };
  }

  restore(saved: SavedChats): void {
    this.lastNumber = saved.lastNumber;
    for (const conversation of saved.conversations) {
      this.conversations.set(conversation.id, conversation);
      for (const message of conversation.messages) this.places.set(message.id, { conversation, message });
    }
  }
}
