import type { Instant } from '../kernel/clock';

/**
 * Everything the bot says without having been spoken to, and what each kind is about. A feature adds its kinds in its `messages.ts`;
 * `src/dispatch/messages.ts` does not compile while one of them is not declared.
 */
export interface SubjectByKind {}
export type MessageKind = keyof SubjectByKind;

export type Recipient =
  | { readonly to: 'participant'; readonly id: string }
  | { readonly to: 'contact'; readonly id: string }
  | { readonly to: 'channel' };

/** What a message is about; the card is drawn from the state at the moment of sending. */
export interface Subject {
  readonly proposalId?: string;
  readonly draftId?: string;
  readonly pairId?: string;
  readonly sessionNumber?: number;
  /** Round of slots, so that an older set is not sent any more. */
  readonly slotRound?: number;
  readonly surveyRound?: string;
  /** Beginning of the booked hour that is off. */
  readonly calledOff?: Instant;
  /** Channel reminders: number of the month. */
  readonly month?: number;
}

/** A message waiting to be sent. */
export interface QueuedMessage {
  readonly id: string;
  readonly kind: MessageKind;
  readonly recipient: Recipient;
  readonly subject: Subject;
  readonly createdAt: Instant;
  /** Programme time before which it is not sent; all waiting is this field. */
  readonly notBefore: Instant;
  /** Programme time after which it is of no use any more. */
  readonly expiresAt?: Instant;
  /** Tries that failed before anything was sent. */
  readonly tries: number;
  /** Sends whose fate is unknown. */
  readonly ambiguous: number;
  readonly correlationId: string;
  /** Real time: who works on it, until when; `sending` is set right before the bytes leave. */
  readonly claim?: { readonly holder: string; readonly until: Instant; readonly sending: boolean };
}

export type LedgerState = 'sent' | 'failed' | 'blocked' | 'ambiguous' | 'cancelled' | 'skipped' | 'dead';

/** The end of a message, with its reason as a code that each edge puts into words. */
export interface LedgerEntry {
  readonly id: string;
  readonly kind: MessageKind;
  readonly recipient: Recipient;
  readonly subject: Subject;
  readonly state: LedgerState;
  readonly reason: string;
  readonly createdAt: Instant;
  readonly at: Instant;
  readonly tries: number;
  readonly correlationId: string;
  /** Where it stands in Teams, for updates of the card. */
  readonly conversationId?: string;
  readonly activityId?: string;
}

/** Row key of a queued message: sorts by the moment it may go. */
export function messageKey(notBefore: Instant, id: string): string {
  return `${notBefore}|${id}`;
}
