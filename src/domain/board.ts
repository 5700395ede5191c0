import type { Instant } from '../kernel/clock';

/** on-track, quiet (no session booked 10 days before the month ends), needs-a-time (two months without one), finished, ended. */
export type PairHealth = 'on-track' | 'quiet' | 'needs-a-time' | 'finished' | 'ended';

export type MonthStep = 'none' | 'proposing' | 'booked' | 'asked' | 'held' | 'missed' | 'unclear' | 'paused';

/** One pair as HR's page shows it: process facts and catalogue topics only. */
export interface BoardRow {
  readonly pairId: string;
  readonly mentor: { readonly id: string; readonly name: string };
  readonly mentee: { readonly id: string; readonly name: string };
  readonly topics: readonly string[];
  readonly startedAt: Instant;
  readonly months: readonly MonthStep[];
  readonly nextSession?: Instant;
  /** End of the current month window, from which health is derived together with `now`. */
  readonly windowEnds: readonly Instant[];
  readonly state: 'active' | 'finished' | 'ended';
}

/** Part of the board snapshot; at most 60 KiB of JSON. Row key: two hex digits of the hash of its pairs. */
export interface BoardPart {
  readonly rows: readonly BoardRow[];
}

/** Where each pair's row is, and the programme's counters. Row key: `head`. */
export interface BoardHead {
  readonly version: number;
  readonly partCount: number;
  readonly foldedAt: Instant;
  readonly counts: Readonly<Record<string, number>>;
}
