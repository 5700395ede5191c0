import type { Instant } from '../kernel/clock';

/**
 * That a person was in a pair with somebody, in whichever programme, and when it was over last. Lies in the partition of each of the two.
 * Follows from the programme, which stays the truth.
 */
export interface FormerPair {
  readonly programmeId: string;
  readonly pairId: string;
  readonly endedAt: Instant;
}

/** Two people by their ids in one programme, and when their pair was over. */
export type FormerIds = readonly [id: string, otherId: string, endedAt: Instant];
