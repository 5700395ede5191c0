import type { Instant } from '../kernel/clock';
import { newestFirst } from '../kernel/read-newest';

/**
 * Everything the bot says without having been spoken to, and what each kind is about. A feature adds its kinds in its `messages.ts`;
 * `src/dispatch/messages.ts` does not compile while one of them is not declared.
 */
export interface SubjectByKind {}
export type MessageKind = keyof SubjectByKind;

export type Recipient =
  | { readonly to: 'participant'; readonly id: string }
  | { readonly to: 'contact'; readonly id: string }
  /** An account that has no part in the programme, or none any more, by its directory id. */
  | { readonly to: 'account'; readonly id: string }
  | { readonly to: 'channel' };

/** Of a message for one person. */
export type PersonalRecipient = Exclude<Recipient, { readonly to: 'channel' }>;

/** What a message is about; the card is drawn from the state at the moment of sending. */
export interface Subject {
  /** Of a question to an account: the participant it is said to be. */
  readonly participantId?: string;
  readonly proposalId?: string;
  readonly draftId?: string;
  readonly pairId?: string;
  readonly sessionNumber?: number;
  /** Round of slots, so that an older set is not sent any more. */
  readonly slotRound?: number;
  readonly surveyRound?: string;
  /** Needs poll. */
  readonly poll?: string;
  /** Beginning of the booked hour that is off. */
  readonly calledOff?: Instant;
  /** Of a weekly list: the Monday it was due, or the working day in its place. */
  readonly dueOn?: string;
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
  /** As it was queued with, so that what is sent again has an end too. */
  readonly expiresAt?: Instant;
  /** Where it stands in Teams, for updates of the card. */
  readonly conversationId?: string;
  readonly activityId?: string;
}

/** What HR's list shows of a message that tells nothing of an answer; one row under each of `listedKeys`. */
export type ListedMessage = Omit<LedgerEntry, 'conversationId' | 'activityId'>;

/** Somebody whom messages that are not listed one by one did not reach, and which ones: told without their kinds. */
export interface UnreachedPerson {
  readonly recipient: PersonalRecipient;
  /** How the last of them ended. */
  readonly state: LedgerState;
  readonly reason: string;
  readonly at: Instant;
  /** The newest of them, as they stand in the ledger. */
  readonly messageIds: readonly string[];
}

/** How many messages that are not listed one by one went out on a day of the programme's zone, by the kind they are told as. */
export interface MessageDay {
  readonly day: string;
  readonly sent: Readonly<Record<string, number>>;
}

/** What an ended message is found by in HR's list. */
type Found = Pick<LedgerEntry, 'id' | 'kind' | 'state' | 'at' | 'recipient'>;

/** Prefixes of the keys of listed messages, in each of which they stand the newest first. */
export const listedUnder = {
  all: 'all|',
  kind: (kind: string, state: LedgerState): string => `kind|${kind}|${state}|`,
  recipient: (recipient: Recipient): string => `to|${recipientKey(recipient)}|`,
};

/** The keys under which a listed message stands: among all, by kind and state, and by person where it is for one. */
export function listedKeys({ id, kind, state, at, recipient }: Found): readonly string[] {
  const place = `${newestFirst(at)}|${newestFirst(id)}`;
  const prefixes = [listedUnder.all, listedUnder.kind(kind, state)];
  if (recipient.to !== 'channel') prefixes.push(listedUnder.recipient(recipient));
  return prefixes.map((prefix) => `${prefix}${place}`);
}

/** A recipient as keys and addresses name one. */
export function recipientKey(recipient: Recipient): string {
  return recipient.to === 'channel' ? recipient.to : `${recipient.to}|${recipient.id}`;
}

/** Row key of a day's counts: the newest day comes first. */
export function messageDayKey(day: string): string {
  return newestFirst(day);
}

/** Row key of a queued message: sorts by the moment it may go. */
export function messageKey(notBefore: Instant, id: string): string {
  return `${notBefore}|${id}`;
}
