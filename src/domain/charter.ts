import type { Side } from './proposal';

/** That somebody has accepted the charter of a pair of theirs: the words as they read them, and no hour. */
export interface CharterAcceptance {
  readonly participantId: string;
  readonly side: Side;
  /** Version of the words. */
  readonly version: number;
  readonly words: readonly string[];
  /** ISO date, in the person's own zone. */
  readonly acceptedOn: string;
}
