/** The fate of one send, decided by the delivery rules: what may be sent again, and what may not. */
export type SendOutcome =
  | { readonly outcome: 'sent'; readonly conversationId: string; readonly activityId: string }
  /** Nothing was sent; `wholeTenant` when everybody has to wait. */
  | {
      readonly outcome: 'retry';
      readonly afterMilliseconds: number;
      readonly wholeTenant: boolean;
      readonly reason: string;
    }
  /** Teams refuses until the person or an administrator does something; the reason is Teams' own code. */
  | { readonly outcome: 'blocked'; readonly reason: string }
  /** It may have arrived, or not. */
  | { readonly outcome: 'ambiguous'; readonly reason: string }
  | { readonly outcome: 'failed'; readonly reason: string }
  | { readonly outcome: 'too-large' };
