/** The fate of one send, decided by the delivery rules: what may be sent again, and what may not. */
export type SendOutcome =
  | { readonly outcome: 'sent'; readonly conversationId: string; readonly activityId: string }
  /** Nothing was sent; `wholeTenant` when everybody has to wait. */
  | { readonly outcome: 'retry'; readonly afterMilliseconds: number; readonly wholeTenant: boolean; readonly reason: string }
  /** Teams refuses until the person or an administrator does something. */
  | { readonly outcome: 'blocked'; readonly reason: BlockedReason }
  /** It may have arrived, or not. */
  | { readonly outcome: 'ambiguous'; readonly reason: string }
  | { readonly outcome: 'failed'; readonly reason: string }
  | { readonly outcome: 'too-large' };

export type BlockedReason = 'blocked-by-user' | 'app-missing' | 'disabled-by-admin' | 'writes-blocked' | 'region-moved' | 'forbidden';

const blockedReasons: Readonly<Record<string, BlockedReason>> = {
  ConversationBlockedByUser: 'blocked-by-user',
  BotNotInConversationRoster: 'app-missing',
  ForbiddenOperationException: 'app-missing',
  BotDisabledByAdmin: 'disabled-by-admin',
  MessageWritesBlocked: 'writes-blocked',
  InvalidBotApiHost: 'region-moved',
};

/** Teams' reason for a 403. */
export function blockedReason(code: string): BlockedReason {
  return blockedReasons[code] ?? 'forbidden';
}
