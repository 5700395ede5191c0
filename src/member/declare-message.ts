import type { MessageKind, Subject } from '../domain/message';
import type { Language } from '../language/languages';
import type { Participant } from '../domain/participant';
import type { Contact } from '../domain/programme';
import type { Capability } from '../domain/ports';
import type { CardView, Reader } from '../domain/view';
import type { MessageContext, Preparation, Prepared } from './message-context';
import type { PersonalPress, Press } from './press';

/**
 * What HR reads of a kind of message (`docs/decisions/silence.md`). Every kind declares it, under a name for HR's list or as another kind.
 * - `rows`: each one, with whom it is for and what became of it: neither that it is sent nor what becomes of it follows from an answer
 *   that somebody gave in private.
 * - `counts`: how many went out on a day that is over, in steps of five, and whom such a message did not reach, without its kind: to whom
 *   each is sent, and what becomes of it, would tell of an answer.
 * - `nothing`: how many there are, or that somebody was not reached by one, would tell who has not answered. The operator's alone.
 */
export type MessageListing =
  | { readonly hrSees: 'rows'; readonly words: (language: Language) => string }
  | { readonly hrSees: 'counts'; readonly words: (language: Language) => string; readonly as?: never }
  | { readonly hrSees: 'counts'; readonly as: MessageKind; readonly words?: never }
  | { readonly hrSees: 'nothing' };

/**
 * Why somebody hears it: the answer to a press of their own, a change to a session that is booked and is never held back, or unprompted,
 * the most pressing first (1 asks for an answer by a date, 2 is news, 3 may wait).
 */
export type MessageClass =
  | { readonly is: 'answer' }
  | { readonly is: 'booked-session-change' }
  | { readonly is: 'unprompted'; readonly priority: 1 | 2 | 3 };

/** Of a kind whose card asks for something: how the card follows what becomes of it. */
export interface StandingDeclaration<More = unknown> {
  /** What the card is about (`cardAbout`): those of one person about one thing are edited together. */
  readonly about: (subject: Subject) => string;
  /** What a look by the person would show now; undefined where there is nothing to show in its place. */
  readonly show: (look: Press<Capability, More>, subject: Subject) => Promise<CardView | undefined>;
  readonly showAccount?: never;
}

/** Of a kind whose card asks an account that has no part in the programme. */
export interface AccountStandingDeclaration {
  readonly about: (subject: Subject) => string;
  readonly show?: never;
  /** What a look from the account would show now; undefined where there is nothing to show in its place. */
  readonly showAccount: (
    look: PersonalPress<Capability>,
    programmeId: string,
    subject: Subject,
  ) => Promise<{ readonly view: CardView; readonly reader: Reader } | undefined>;
}

/** What a feature says of one kind of message; `More` where it has ports of its own. To anybody it is not prepared for it is never sent. */
export interface MessageDeclaration<More = unknown> {
  readonly participant?: Preparation<Participant, Capability, More>;
  /** For sponsors, administrators and delegates. */
  readonly contact?: Preparation<Contact, Capability, More>;
  /** For an account that has no part in the programme; the second is its directory id. */
  readonly account?: Preparation<string, Capability, More>;
  readonly channel?: (it: MessageContext<Capability, More>) => Promise<Prepared>;
  /** It does not reach somebody who is away: it comes again, or has no use, once they are back. */
  readonly waitsForReturn?: true;
  /** It goes out in a programme that is over, too. */
  readonly goesAfterEnd?: true;
  /** When its fate is unknown (5xx, reset, a crash after the send): sent once more as the same card, or dropped. */
  readonly whenAmbiguous: 'send-again' | 'drop';
  readonly listing: MessageListing;
  /**
   * Whether it goes out follows from what somebody said in private and nothing else tells yet: then neither ledger nor log nor card row keeps what became of it,
   * and its queued row looks the same until it is gone.
   */
  readonly endUntold?: true;
  readonly class: MessageClass;
  readonly standing?: StandingDeclaration<More> | AccountStandingDeclaration;
}
