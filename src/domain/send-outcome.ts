/** What came of one attempt to send a message. */
export type SendOutcome =
  | { readonly outcome: 'sent'; readonly conversationId: string; readonly activityId: string }
  /** Nothing was delivered, and a later attempt may be; `wholeTenant` when everybody has to wait. */
  | {
      readonly outcome: 'retry';
      readonly afterMilliseconds: number;
      readonly wholeTenant: boolean;
      readonly reason: string;
    }
  /** Teams refuses this recipient until they or an administrator do something; the reason is Teams' own code. */
  | { readonly outcome: 'blocked'; readonly reason: string }
  /** It may have been delivered, or not. */
  | { readonly outcome: 'ambiguous'; readonly reason: string }
  /** Nothing was delivered; a smaller card may be. */
  | { readonly outcome: 'too-large' }
  /** Nothing was delivered, and no attempt would help. */
  | { readonly outcome: 'failed'; readonly reason: string };

/** Reason of a send that Teams left without an answer for as long as it may take. */
export const timedOut = 'timeout';
