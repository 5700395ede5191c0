import type { ScorePart } from './proposal';
import type { Bilingual } from './programme-contract';

/** The parts of a score, in the order in which they are told. */
export const scoreParts = [
  'topics',
  'teaching',
  'pedagogy',
  'openness',
  'availability',
  'language',
  'other-function',
  'other-site',
  'other-country',
] as const;
export type ScorePartName = (typeof scoreParts)[number];

/** Why somebody takes no part for now. */
export type Absence = 'paused' | 'withdrawn' | 'not-enrolled';

/**
 * Why two people may not be put together, in the order in which it is told: the first that holds. What is between two people in
 * confidence (an exclusion by either) has no code of its own: it is one with earlier proposals, former pairs and HR's own wish to
 * keep two people apart, and it comes last, so that nothing is told of it where another rule forbids the pair as well.
 */
export const ruleCodes = [
  'same-person',
  'paused',
  'withdrawn',
  'not-enrolled',
  'capacity',
  'reporting-line',
  'same-manager',
  'appraisal',
  'same-team',
  'guest',
  'partner',
  'level',
  'language',
  'hours',
  'floor',
  'set-apart',
] as const;
export type RuleCode = (typeof ruleCodes)[number];

/**
 * What HR reads of two people who were to be put together. `unavailable`: one of them is not among the people, since they pause, want
 * nobody new, cannot be reached, or a round holds their place; which of these is theirs alone.
 */
export type RefusalCode = RuleCode | 'unavailable';

/**
 * Why a person is left over: how things stand for themselves (`capacity`, an absence, `nobody` on the other side), what holds for all of
 * their side (`surplus`: more people than the other side has places), then the rules
 * between them and others. `none` stands for everybody whom no rule told here rules out: those placed in other pairs, and whatever
 * is between two people in confidence.
 */
export type LeftOverCode = Exclude<RuleCode, 'same-person'> | 'surplus' | 'absent' | 'full' | 'nobody' | 'none';

/**
 * What is told to the person themselves of why they have no partner. `none`: everything that is not theirs to change or that would tell of
 * somebody else, so that those who were proposed, asked before, excluded, or in no pair for want of places all read the same.
 */
export const personalCodes = [
  'paused',
  'withdrawn',
  'not-enrolled',
  'capacity',
  'nobody',
  'none',
  'hours',
  'language',
  'floor',
  'rules',
] as const;
export type PersonalCode = (typeof personalCodes)[number];

export interface ProposedPair {
  readonly mentorId: string;
  readonly menteeId: string;
  /** The sum of the points of its parts. */
  readonly score: number;
  readonly parts: readonly ScorePart[];
  /** Catalogue topics that the mentor shares and the mentee wants, best first; related ones where there are none. */
  readonly topics: readonly string[];
  /** Rules that could not be applied, since one of the two has not stated what they need; absent where all were. HR's alone. */
  readonly unknown?: readonly UnknownRule[];
}

/** A rule that needs what somebody may not have stated: a time zone, a language. */
export const unknownRules = ['language', 'hours'] as const;
export type UnknownRule = (typeof unknownRules)[number];

export interface LeftOver {
  readonly participantId: string;
  readonly role: 'mentor' | 'mentee' | 'both';
  readonly reasons: readonly LeftOverReason[];
}

export interface LeftOverReason extends Bilingual {
  readonly code: LeftOverCode;
  /** Always 0: with numbers, what is missing from the sum would tell how many people somebody excludes. `pair` prints it. */
  readonly count: 0;
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
  /** People left over who would have a pair. */
  readonly placed: number;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What became of an aim of the policy. */
export interface AimResult {
  /** Where aims cannot all be met, the choice is one of as many pairs that misses the least, summed over the aims as shares of all pairs. */
  readonly met: boolean;
  /** Pairs the aim counts, and how many it asks for: at least, or at most. */
  readonly reached: number;
  readonly asked: number;
  /** What one pair counts at most in `reached` and `asked`; 1 where absent. */
  readonly whole?: number;
  /** Points this aim costs beside the others: the best total found without it, less the total; never below zero. */
  readonly cost: number;
  /** What it may cost at most, where the best total without it is not known for certain. */
  readonly costAtMost?: number;
  /** How far the total may at most be from the best that meets the aims, as a share of it; absent where none meets them all. */
  readonly gap?: number;
  /**
   * The other aims, by their places in the policy, that with this one cannot all be met without losing a pair; without any one of them
   * the rest can. Empty where this one alone cannot be met.
   */
  readonly fights?: readonly number[];
  /** Why an aim on gender or age band plays no part: the same whatever makes a side too few, or one that the programme does not ask. */
  readonly refused?: 'too-few' | 'not-enabled';
}

export interface PairDraft {
  readonly pairs: readonly ProposedPair[];
  readonly unpaired: readonly LeftOver[];
  /** Locked pairs that were not kept because a rule forbids them. */
  readonly refusedLocks: readonly RefusedLock[];
  readonly aims: readonly AimResult[];
  /** The best total of as many pairs with no aim; absent where the policy has none. */
  readonly totalWithoutAims?: number;
  readonly total: number;
  /** No other choice of as many pairs has a greater total, by a proof that does not look at the pairs. */
  readonly upperBound: number;
  readonly optimal: boolean;
  readonly seed: number;
  /** Hash of people, policy and every option but the seed, whatever their order. */
  readonly inputHash: string;
}

/** What at least one person of each side concerned has said: a part that nobody filled in counts for nothing. */
export type Stated = Readonly<Record<'topics' | 'teaching' | 'pedagogy' | 'openness', boolean>>;
