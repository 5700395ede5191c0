import type { CardToEdit } from '../../src/dispatch/prepare-edit';
import type { SendOutcome } from '../../src/domain/send-outcome';
import type { Prepared } from '../../src/member/message-context';

export type Sendable = Extract<Prepared, { readonly ok: true }>;

/** Draws a prepared message and hands it to Teams, once. It throws only before any byte has left. */
export interface MessageSender {
  send(message: Sendable, form?: 'whole' | 'small'): Promise<SendOutcome>;
  /** Draws a card anew where it stands. */
  edit(card: CardToEdit, form?: 'whole' | 'small'): Promise<SendOutcome>;
}
