/** A user, bot or conversation account as the Bot Framework protocol writes it. */
export interface WireAccount {
  readonly id: string;
  readonly name?: string;
  readonly aadObjectId?: string;
}

/** An attachment of an activity; an Adaptive Card sits in `content`. */
export interface WireAttachment {
  readonly contentType: string;
  readonly content?: unknown;
  readonly contentUrl?: string;
  readonly name?: string;
}

/** An activity of the Bot Framework protocol; fields this service does not read pass through untouched. */
export interface WireActivity {
  readonly type: string;
  readonly id?: string;
  readonly from?: WireAccount;
  readonly recipient?: WireAccount;
  readonly replyToId?: string;
  readonly text?: string;
  readonly textFormat?: string;
  readonly summary?: string;
  readonly attachments?: readonly WireAttachment[];
  readonly [field: string]: unknown;
}

export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

/** Whether a value read from JSON is an object (and neither null nor a list). */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
