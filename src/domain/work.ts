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
  | 'pair-ending'
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

/** A row whose key begins with its UTC time: `dueKey`. */
export interface DueWork {
  readonly kind: DueKind;
  readonly at: Instant;
  /** Proposal id, session key, survey round, month number ... as the kind needs. */
  readonly ref: string;
  /** Discriminates repeated dues of one ref (slot round, revision). */
  readonly occurrence: string;
  /** Of the act that caused it; absent in rows of an earlier release. */
  readonly correlationId?: string;
}

export function dueKey(due: Pick<DueWork, 'at' | 'kind' | 'ref' | 'occurrence'>): string {
  return `${due.at}|${due.kind}|${due.ref}|${due.occurrence}`;
}

export type JobKind = 'import' | 'reach' | 'invite' | 'draft' | 'publish' | 'round-end';
export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'dead' | 'cancelled';

/** Long work: the row is the truth, the queue only wakes somebody. Row key: id. */
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
  /** Real time at which it was given up; absent before that, and in rows of an earlier release. */
  readonly deadAt?: Instant;
}

/** Something that must follow in another partition (a person's), applied by a job and repeatable. Row key: id. */
export type Projection =
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
  /** What people said for the diversity becomes what the plan still asks for. */
  | { readonly id: string; readonly type: 'diversity' };

/** What changed, for the fold into the board snapshot and the counts. Row key: `${at}|${id}`. */
export interface Change {
  readonly at: Instant;
  readonly id: string;
  readonly what: string;
  readonly correlationId: string;
  /** Directory id of who did it; `system` for due work. */
  readonly by: string;
  /** Pairs whose board row must be redrawn. */
  readonly pairIds?: readonly string[];
  /** Counters moved by this change, e.g. `{ "participants.enrolled": 1 }`. */
  readonly counts?: Readonly<Record<string, number>>;
}
