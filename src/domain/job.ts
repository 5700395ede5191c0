import type { Instant } from '../kernel/clock';

export type JobKind = 'import' | 'reach' | 'invite' | 'draft' | 'publish' | 'pairing-round-end';
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
