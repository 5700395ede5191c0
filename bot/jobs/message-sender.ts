import type { Prepared } from '../../src/member/message-context';

/**
 * What came of one attempt. retry: nothing was delivered. blocked: this recipient cannot be written to. ambiguous: it may have been
 * delivered. too-large: nothing was delivered, a smaller card may be. failed: no attempt would help.
 */
export type SendOutcome =
  | { readonly outcome: 'sent'; readonly conversationId: string; readonly activityId: string }
  | {
      readonly outcome: 'retry';
      readonly afterMilliseconds: number;
      readonly wholeTenant: boolean;
      readonly reason: string;
    }
  | { readonly outcome: 'blocked'; readonly reason: string }
  | { readonly outcome: 'ambiguous'; readonly reason: string }
  | { readonly outcome: 'too-large' }
  | { readonly outcome: 'failed'; readonly reason: string };

export type Sendable = Extract<Prepared, { readonly ok: true }>;

/** Draws a prepared message and hands it to Teams, once. It throws only before any byte has left. */
export interface MessageSender {
  send(message: Sendable, form?: 'whole' | 'small'): Promise<SendOutcome>;
}
