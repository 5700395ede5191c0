import type { ScorePart } from '../proposal/model';
import type { Bilingual } from '../programme/contract';

/** The parts of a score, in the order in which they are told. */
export const scoreParts = [
  'topics',
  'availability',
  'language',
  'other-function',
  'other-site',
  'other-country',
] as const;
export type ScorePartName = (typeof scoreParts)[number];

/** Why two people may not be put together. */
export type RuleCode =
  | 'same-person'
  | 'reporting-line'
  | 'same-manager'
  | 'same-team'
  | 'guest'
  | 'kept-apart'
  | 'asked-before'
  | 'level'
  | 'language'
  | 'hours'
  | 'floor';

/** Why a person is left over: the rules that stand between them and others, or the places of the other side. */
export type LeftOverCode = Exclude<RuleCode, 'same-person'> | 'capacity' | 'nobody' | 'taken';

export interface ProposedPair {
  readonly mentorId: string;
  readonly menteeId: string;
  /** The sum of the points of its parts. */
  readonly score: number;
  readonly parts: readonly ScorePart[];
  /** Catalogue topics that the mentor shares and the mentee wants, best first; related ones where there are none. */
  readonly topics: readonly string[];
}

export interface LeftOver {
  readonly participantId: string;
  readonly role: 'mentor' | 'mentee' | 'both';
  readonly reasons: readonly LeftOverReason[];
}

export interface LeftOverReason extends Bilingual {
  readonly code: LeftOverCode;
  /** How many people of the other side it is about. */
  readonly count: number;
}

/** A pair that HR wanted to keep and a rule forbids, with the reason in words. */
export interface RefusedLock extends Bilingual {
  readonly mentorId: string;
  readonly menteeId: string;
  readonly code: string;
}

/** A change that would place more people, found by choosing again; of groups of five or more only. */
export interface PairingHelp extends Bilingual {
  readonly code: string;
  /** People who would be placed beyond those who are. */
  readonly placed: number;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface PairDraft {
  readonly pairs: readonly ProposedPair[];
  readonly unpaired: readonly LeftOver[];
  readonly total: number;
  /** No other choice of as many pairs has a greater total, by a proof that does not look at the pairs. */
  readonly upperBound: number;
  readonly optimal: boolean;
  readonly seed: number;
  /** Hash of people, policy and pairs asked before, whatever their order. */
  readonly inputHash: string;
}
