import type { Instant } from '../kernel/clock';
import type { RuleCode } from './pairing';
import type { Side } from './proposal';

/** One side's wish to end the pair, without a reason. Private: who asked leaves this row nowhere. */
export interface PairEndingRequest {
  readonly at: Instant;
  /** Until when it can be taken back: the first hour at which one of the two would hear if there were no other wish. */
  readonly until?: Instant;
}

/**
 * That a pair is about to end. Until `tellAt` of a side nothing that this side, HR or anybody else reads differs from what it would
 * be without this row.
 */
export interface PairEnding {
  readonly pairId: string;
  /** When each side hears: 9:00 of a working day of theirs. The pair ends at the later of the two. */
  readonly tellAt: { readonly mentor: Instant; readonly mentee: Instant };
  readonly told: readonly Side[];
  readonly asked: { readonly mentor?: PairEndingRequest; readonly mentee?: PairEndingRequest };
  /** Set once the pair has ended. */
  readonly endedAt?: Instant;
}

/** That a change of the organisation ended a pair, for HR: the rule it broke, nobody's fault. */
export interface RuleEnd {
  readonly pairId: string;
  readonly mentorId: string;
  readonly menteeId: string;
  readonly rule: RuleCode;
  readonly at: Instant;
}
