import type { Instant } from '../kernel/clock';
import type { OwnInstrument } from './own-questions';

/** Every instrument, in the order in which people meet them. */
export const instruments = ['baseline', 'pulse', 'midpoint', 'closing', 'waiting', 'follow-up'] as const;
export type Instrument = (typeof instruments)[number];

/** A survey put to a group at a time: `baseline`, `pulse-1` ... `pulse-6`, `midpoint`, `closing`, `waiting`, `follow-up`. */
export interface SurveyRound {
  readonly id: string;
  readonly instrument: Instrument;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly state: 'planned' | 'open' | 'closed';
  /** HR's own questions in it, as they stood when it was planned; absent where there are none. */
  readonly own?: OwnInstrument;
  /** How many answered at least, as HR and the sponsor read it; absent until five answers are told. */
  readonly told?: number;
  /** It was put to people without a pair, too: whoever gets one may have been asked before. */
  readonly asksWaiting?: true;
  readonly revision: number;
}

/**
 * Whether one person was asked and has answered: a date, never a time, never an answer. Presses leave it as it is; the nightly seal writes it, of five
 * people at least at once.
 */
export interface ResponseStatus {
  readonly surveyRound: string;
  readonly participantId: string;
  /** The pair whose session a pulse asks about. Absent in other rounds. */
  readonly pairId?: string;
  /** They were asked while they waited for a first partner. */
  readonly waiting?: true;
  readonly state: 'asked' | 'answered' | 'skipped';
  /** ISO date, UTC: of the question, or of the night that sealed the answer. */
  readonly on: string;
  /** How many reminders were decided on, for everybody alike: two at most. Whether one went out is kept nowhere. */
  readonly reminders?: number;
}

/** Occurrence of the due work that is a round's second reminder. */
export const secondReminder = 'second';

/** Row key of a response status: one per survey round and person, and of a pulse one per pair. */
export function statusKey(surveyRound: string, participantId: string, pairId?: string): string {
  return [surveyRound, participantId, ...(pairId === undefined ? [] : [pairId])].join('|');
}

/** One person's sheet as it is stored, encrypted under the programme's survey key. */
export interface SealedSheet {
  readonly sealed: string;
}

/**
 * Which edition of a round's sealed sheets is the true one, and how far a night came that was writing another.
 * - `writing`: `next` is being written and may be in part; nobody reads it.
 * - `settling`: `current` is true; `before` and what waited for the night is being taken away, statuses follow.
 * - `settled`: nothing is left to do.
 * - `frozen`: likewise, and no other edition comes but where somebody takes their comment away.
 */
export interface SurveyEdition {
  readonly state: 'writing' | 'settling' | 'settled' | 'frozen';
  readonly current?: string;
  readonly next?: string;
  readonly before?: string;
  /** Editions that were given up in part. Whatever lies in them is no one's sheet. */
  readonly abandoned: readonly string[];
}

/** One person's answers, as they are once opened. */
export interface AnswerSheet {
  readonly instrument: Instrument;
  readonly side: 'mentor' | 'mentee';
  /** Version of HR's own questions that were asked; absent where there were none. */
  readonly version?: number;
  /** question id → 1..5, 0..10 or a choice id; of several choices their ids with commas between, in the order of the question */
  readonly values: Readonly<Record<string, number | string>>;
  readonly comment?: string;
  /** What was written to questions of HR's own, by their ids. */
  readonly comments?: Readonly<Record<string, string>>;
}
