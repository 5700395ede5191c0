import type { Instant } from '../kernel/clock';

/** What changed, for the fold into the board snapshot and the counts. */
export interface Change {
  readonly at: Instant;
  readonly id: string;
  readonly what: string;
  readonly correlationId: string;
  /**
   * Directory id of who did it, or `operator` for a command. `system` where nobody pressed, and for answers to a survey; `pair` and `diversity`
   * where it would tell which of two people, or who, did something private.
   */
  readonly by: string;
  /** Pairs whose board row must be redrawn. */
  readonly pairIds?: readonly string[];
  /** Counters moved by this change, e.g. `{ "participants.enrolled": 1 }`. */
  readonly counts?: Readonly<Record<string, number>>;
  /** Kind, as HR is told it, of a message that went out and is counted by day. */
  readonly sentOf?: string;
}
