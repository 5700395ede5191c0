import type { Instant } from '../kernel/clock';
import { recipientKey, type MessageKind, type PersonalRecipient, type Subject } from './message';

/** A card that stands in somebody's chat and asks for something, or has buttons that follow from an answer. Found by what it is about. */
export interface StandingCard {
  readonly recipient: PersonalRecipient;
  /** The message that it was sent as. */
  readonly kind: MessageKind;
  readonly subject: Subject;
  readonly sentAt: Instant;
  /** Whose chat it stands in, and where. */
  readonly directoryId: string;
  readonly conversationId: string;
  readonly activityId: string;
  /** What it shows, as a hash; absent where a press has shown something else on it since, and where it is of a survey or a needs poll. */
  readonly shows?: string;
}

/** That the cards of somebody about something are to say what is true by now. Waits for the sending lane. */
export interface CardEdit {
  readonly id: string;
  readonly recipient: PersonalRecipient;
  readonly about: string;
  /** The activity that was pressed: it shows the answer already. */
  readonly pressedOn?: string;
  /** Programme time before which it is not done. */
  readonly notBefore: Instant;
  /** Tries that Teams or the store refused. */
  readonly tries: number;
  readonly correlationId: string;
}

/** What cards are about: those of one person about one thing are edited together. */
export const cardAbout = {
  invitation: 'invitation',
  pledge: 'pledge',
  link: (participantId: string): string => `link|${participantId}`,
  weeklyToDo: 'weekly-to-do',
  /** A proposal and the pair that it becomes have one id. */
  pair: (id: string): string => `pair|${id}`,
  /** The times, the booking, whether they met, and the pulse about it. */
  session: (pairId: string, number: number): string => `session|${pairId}|${String(number)}`,
  survey: (round: string): string => `survey|${round}`,
  needsPoll: (poll: string): string => `needs-poll|${poll}`,
  renewal: (pairId: string): string => `renewal|${pairId}`,
  pairEnded: (pairId: string): string => `pair-ended|${pairId}`,
};

/** Prefix of the keys of a person's cards about something. */
export function cardsUnder(recipient: PersonalRecipient, about: string): string {
  return `${recipientKey(recipient)}|${about}|`;
}

/** Row key of a card. */
export function cardKey(recipient: PersonalRecipient, about: string, messageId: string): string {
  return `${cardsUnder(recipient, about)}${messageId}`;
}

/** Row key of an edit: sorts by the moment it may be done. */
export function cardEditKey(notBefore: Instant, id: string): string {
  return `${notBefore}|${id}`;
}
