import type { Instant } from '../kernel/clock';

/** Everything the bot says without having been spoken to. */
export type MessageKind =
  | 'pledge-request'
  | 'invitation'
  | 'proposal'
  | 'proposal-reminder'
  | 'not-formed'
  | 'standing'
  | 'replacements'
  | 'introduction'
  | 'parted'
  | 'renewal-question'
  | 'renewals'
  | 'pair-paused'
  | 'hour-off'
  | 'pause-over'
  | 'slots'
  | 'booked'
  | 'met'
  | 'survey'
  | 'survey-reminder'
  | 'channel-reminder';

/** What happens to a message whose fate is unknown (5xx, reset, crash after the send): once more as the same card, or dropped. */
export const repeatWhenAmbiguous: Readonly<Record<MessageKind, boolean>> = {
  'pledge-request': true,
  invitation: true,
  proposal: true,
  'proposal-reminder': false,
  'not-formed': true,
  standing: true,
  replacements: true,
  introduction: true,
  parted: true,
  'renewal-question': true,
  renewals: true,
  'pair-paused': true,
  'hour-off': true,
  'pause-over': true,
  slots: true,
  booked: true,
  met: true,
  survey: true,
  'survey-reminder': false,
  'channel-reminder': false,
};

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
