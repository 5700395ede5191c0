import type { MessageKind } from '../domain/message';
import type { Language } from '../language/languages';
import type { Participant } from '../domain/participant';
import type { Contact } from '../domain/programme';
import type { Capability } from '../domain/ports';
import type { MessageContext, Preparation, Prepared } from './message-context';

interface Listing {
  /** Whom it went to would tell of a private answer: told only where HR can help the message along. */
  readonly namedForRemedyOnly?: true;
  /** How many there are would tell of private answers: listed only where HR can help it along. */
  readonly listedForRemedyOnly?: true;
}

/**
 * How HR's list of messages calls a kind: by words of its own, or as another kind, where its own name would tell who has not answered or
 * whose yes came to nothing.
 */
export type MessageListing = Listing &
  (
    | { readonly words: (language: Language) => string; readonly as?: never }
    | { readonly as: MessageKind; readonly words?: never }
  );

/**
 * Why somebody hears it: the answer to a press of their own, a change to a session that is booked and is never held back, or unprompted,
 * the most pressing first (1 asks for an answer by a date, 2 is news, 3 may wait).
 */
export type MessageClass =
  | { readonly is: 'answer' }
  | { readonly is: 'booked-session-change' }
  | { readonly is: 'unprompted'; readonly priority: 1 | 2 | 3 };

/** What a feature says of one kind of message. To anybody it is not prepared for it is never sent. */
export interface MessageDeclaration {
  readonly participant?: Preparation<Participant, Capability>;
  /** For sponsors, administrators and delegates. */
  readonly contact?: Preparation<Contact, Capability>;
  readonly channel?: (it: MessageContext<Capability>) => Promise<Prepared>;
  /** It does not reach somebody who is away: it comes again, or has no use, once they are back. */
  readonly waitsForReturn?: true;
  /** When its fate is unknown (5xx, reset, a crash after the send): sent once more as the same card, or dropped. */
  readonly whenAmbiguous: 'send-again' | 'drop';
  readonly listing: MessageListing;
  readonly class: MessageClass;
}
