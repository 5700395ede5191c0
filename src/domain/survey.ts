import type { Instant } from '../kernel/clock';

/** Every instrument, in the order in which people meet them. */
export const instruments = ['baseline', 'pulse', 'midpoint', 'closing', 'follow-up'] as const;
export type Instrument = (typeof instruments)[number];

/** A survey put to a group at a time: `baseline`, `pulse-1` ... `pulse-6`, `midpoint`, `closing`, `follow-up`. */
export interface SurveyRound {
  readonly id: string;
  readonly instrument: Instrument;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly state: 'planned' | 'open' | 'closed';
  /** How many answered at least, as HR and the sponsor read it; absent until five answers are told. */
  readonly told?: number;
  readonly revision: number;
}

/** Whether one person was asked and has answered: a date, never a time, never an answer. */
export interface ResponseStatus {
  readonly surveyRound: string;
  readonly participantId: string;
  /** The pair whose session a pulse asks about. Absent in other rounds. */
  readonly pairId?: string;
  readonly state: 'asked' | 'answered' | 'skipped';
  /** ISO date, UTC. */
  readonly on: string;
  /** ISO date of the one reminder. */
  readonly remindedOn?: string;
}

/** Row key of a response status: one per survey round and person, and of a pulse one per pair. */
export function statusKey(surveyRound: string, participantId: string, pairId?: string): string {
  return [surveyRound, participantId, ...(pairId === undefined ? [] : [pairId])].join('|');
}

/** One person's answers under a pseudonym. */
export interface AnswerSheet {
  readonly instrument: Instrument;
  readonly side: 'mentor' | 'mentee';
  /** question id → 1..5, 0..10 or a choice id */
  readonly values: Readonly<Record<string, number | string>>;
  readonly comment?: string;
}
