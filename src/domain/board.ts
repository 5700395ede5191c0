import type { Instant } from '../kernel/clock';
import type { Side } from './proposal';

/** How a pair is doing; the rule is `pairHealth` of the board. */
export type PairHealth = 'on-track' | 'on-hold' | 'quiet' | 'needs-a-time' | 'finished' | 'ended';

/** What a month of a pair has come to. none: nothing yet. after-end: the pair was over before. */
export type MonthStep =
  'none' | 'proposing' | 'booked' | 'asked' | 'held' | 'missed' | 'unclear' | 'paused' | 'after-end';

/** One pair as HR's page shows it: process facts and catalogue topics only. */
export interface BoardRow {
  readonly pairId: string;
  readonly mentor: { readonly id: string; readonly name: string };
  readonly mentee: { readonly id: string; readonly name: string };
  readonly topics: readonly string[];
  /** Where each of the two worked when the row was last drawn, as far as it is known. */
  readonly places?: { readonly [S in Side]: { readonly function?: string; readonly site?: string } };
  readonly startedAt: Instant;
  readonly months: readonly MonthStep[];
  readonly nextSession?: Instant;
  /** End of each month's window, from which health is derived together with `now`. */
  readonly windowEnds: readonly Instant[];
  readonly state: 'active' | 'finished' | 'ended';
}

/** One of at most 256 parts of the board snapshot: the rows of the pairs whose ids have the part's hash. */
export interface BoardPart {
  /** The board's version in which it was last written, as the head has it too. */
  readonly version: number;
  readonly rows: readonly BoardRow[];
}

/** How many pairs more, or fewer, are in each situation. */
export type HealthMoves = Readonly<Partial<Record<PairHealth, number>>>;

/** The programme's counters, and which state of them and of the parts a reader has. */
export interface BoardHead {
  /** Rises with every fold that moves a figure or a row. */
  readonly version: number;
  /** The version in which each part was last written, by its key. */
  readonly parts: Readonly<Record<string, number>>;
  readonly foldedAt: Instant;
  readonly counts: Readonly<Record<string, number>>;
  /**
   * How many pairs come into and out of each situation on a day (UTC), as their rows stand; those of every day before come first, under ''.
   * Added up until a day they are the pairs in each situation on it: so nobody has to read the rows to count them.
   */
  readonly healthByDay: Readonly<Record<string, HealthMoves>>;
}

/** The board of a programme in which nothing has happened. */
export function emptyBoard(now: Instant): BoardHead {
  return { version: 0, parts: {}, foldedAt: now, counts: {}, healthByDay: {} };
}
