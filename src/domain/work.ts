import type { Instant } from '../kernel/clock';

/** What can fall due in a programme. */
export type DueKind =
  | 'proposal-remind'
  | 'proposal-expire'
  | 'pairing-round-end'
  | 'volunteer-word'
  | 'session-propose'
  | 'slots-stale'
  | 'session-over'
  | 'session-close'
  | 'pair-part'
  | 'pair-align'
  | 'pause-over'
  | 'departure'
  | 'renewal-settle'
  | 'renewal-lapse'
  | 'renewals-lapse'
  | 'round-open'
  | 'round-remind'
  | 'round-close'
  | 'channel-remind'
  | 'programme-close'
  | 'answers-expire';

/** Work that falls due at a moment. */
export interface DueWork {
  readonly kind: DueKind;
  readonly at: Instant;
  /** Proposal id, session key, survey round, month number ... as the kind needs. */
  readonly ref: string;
  /** Discriminates repeated dues of one ref (slot round, revision). */
  readonly mark: string;
  /** Of the act that caused it: `UnitOfWork.dueAt` writes it. */
  readonly correlationId?: string;
}

export function dueKey(due: Pick<DueWork, 'at' | 'kind' | 'ref' | 'mark'>): string {
  return `${due.at}|${due.kind}|${due.ref}|${due.mark}`;
}

export type JobKind = 'import' | 'reach' | 'invite' | 'draft' | 'publish' | 'round-end';
export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'dead' | 'cancelled';

/** Long work: the row is the truth, the queue only wakes somebody. */
export interface Job {
  readonly id: string;
  readonly kind: JobKind;
  /** Import id, draft id ... */
  readonly ref: string;
  readonly state: JobState;
  /** 0 to 1. */
  readonly progress: number;
  readonly tries: number;
  /** Code of the last failure. */
  readonly reason?: string;
  readonly createdAt: Instant;
  readonly finishedAt?: Instant;
  readonly correlationId: string;
  /** Real time until which an instance holds it. */
  readonly heldUntil?: Instant;
  /** Real time at which it was given up; absent before that. */
  readonly deadAt?: Instant;
}

/** Something that must follow in another partition (a person's), applied by a job and repeatable. */
export type Follow =
  | {
      readonly id: string;
      readonly type: 'membership';
      readonly directoryId: string;
      readonly participantId?: string;
      readonly contactId?: string;
    }
  | {
      readonly id: string;
      readonly type: 'booking';
      readonly participantId: string;
      readonly sessionKey: string;
    }
  /** The two people of a pair that is over are known as a former pair to every programme. */
  | { readonly id: string; readonly type: 'former'; readonly pairId: string }
  | { readonly id: string; readonly type: 'programme-entry' }
  /** The contacts become what the plan says. */
  | { readonly id: string; readonly type: 'contacts' }
  /** What people said for the mix becomes what the plan still asks for. */
  | { readonly id: string; readonly type: 'mix' };

/** What changed, for the fold into the board snapshot and the counts. */
export interface Change {
  readonly at: Instant;
  readonly id: string;
  readonly what: string;
  readonly correlationId: string;
  /**
   * Directory id of who did it, or `operator` for a command. `system` where nobody pressed, and for answers to a survey; `pair` and `mix`
   * where it would tell which of two people, or who, did something private.
   */
  readonly by: string;
  /** Pairs whose board row must be redrawn. */
  readonly pairIds?: readonly string[];
  /** Counters moved by this change, e.g. `{ "participants.enrolled": 1 }`. */
  readonly counts?: Readonly<Record<string, number>>;
}
