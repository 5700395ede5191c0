import type { Instant } from '../kernel/clock';
import type { PairingPolicy } from './pairing-contract';
import type { AimResult, PersonalCode, RefusedLock, Stated, UnknownRule } from './pairing';
import type { Pair, Proposal } from './proposal';
import type { Localised } from '../language/languages';

/** Mentor id and mentee id. */
export type PairIds = readonly [mentorId: string, menteeId: string];

/** What HR decides for a draft beyond the rules that always hold. */
export interface DraftChoices {
  readonly policy: PairingPolicy;
  /** Pairs that are kept whatever else is chosen. */
  readonly locked: readonly PairIds[];
  /** People who are not put together. */
  readonly apart: readonly PairIds[];
}

/** How many of a group of volunteers have a partner in a draft; groups of five or more only. */
export interface CoverageGroup {
  readonly by: CoverageDimension;
  /** The group's own words, as in the people file: a site, a function, a country code, a language code. */
  readonly group: string;
  readonly side: 'mentor' | 'mentee';
  readonly volunteers: number;
  readonly placed: number;
}
export type CoverageDimension = 'site' | 'function' | 'country' | 'language';

/** Somebody in the list of a draft. */
export interface DraftListName {
  readonly id: string;
  readonly name: string;
  /** How many partners they may have on each side they take part on; one where absent. */
  readonly places?: number;
  /** They take part on both sides. */
  readonly both?: true;
}

/** One pair in the list of a draft: enough to sort, search and compare; its reasons are in its part. */
export interface DraftListPair {
  readonly mentor: DraftListName;
  readonly mentee: DraftListName;
  readonly score: number;
  readonly topics: readonly string[];
  readonly partNumber: number;
  /** The two were a pair before and go on. */
  readonly renews?: 'again' | 'swap';
  /** Put together by HR's hand rather than by the search. */
  readonly byHand?: true;
  /** Rules that could not be applied. */
  readonly unknown?: readonly UnknownRule[];
}

/** Somebody left over in the list of a draft. */
export interface DraftListPerson {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly partNumber: number;
  /** As in `DraftListName`. */
  readonly places?: number;
}

/** How many pairs an aim counts and asks for after changes by hand. */
export interface AimCount {
  readonly met: boolean;
  readonly reached: number;
  readonly asked: number;
}

/** How many people a draft looked at, and the enrolled and reachable whom it could not, each place of theirs being taken. */
export interface DraftSeen {
  readonly free: number;
  readonly inPairs: number;
  /** Held by proposals until their reply date, whatever was answered. */
  readonly held: number;
  /** Names of some of them, in order. */
  readonly heldNames: readonly string[];
}

/** A pairing draft: nothing is sent before it is published. Its pairs are in parts, and by name in lists. */
export interface DraftHead {
  readonly id: string;
  readonly state: 'queued' | 'computing' | 'ready' | 'publishing' | 'published' | 'failed';
  readonly seed: number;
  /** While it is computed: the attempt that may write to it, which is the last one that began. */
  readonly attempt?: string;
  /** The long work that computes it; absent where it holds pairs that go on, which nothing computes. */
  readonly jobId?: string;
  /** What HR had decided when it was computed; the defaults where absent. */
  readonly choices?: DraftChoices;
  /** What HR decided since, for the next run. */
  readonly pending?: DraftChoices;
  /** The draft whose round left people free for whom this one looks again. */
  readonly replaces?: string;
  /** It holds pairs whose two people both want to go on: until when HR may publish it, and when HR heard of it last. */
  readonly renewal?: { readonly until: Instant; readonly toldAt: Instant };
  /** The reply date of the round that its publication began. */
  readonly pairingRoundEndsAt?: Instant;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly partCount: number;
  readonly pairs: number;
  readonly unpairedCount: number;
  readonly total: number;
  readonly upperBound: number;
  /** The search found the best there is, and no pair was changed by hand since. */
  readonly optimal: boolean;
  readonly inputHash: string;
  /** Who it looked at, and who could not be in it. */
  readonly seen?: DraftSeen;
  /** Nobody who takes part named a manager when it was computed, so that no reporting line kept anybody apart: HR says that they know before it is published. */
  readonly managersUnknown?: true;
  /** In how many of its pairs each rule could not be applied. */
  readonly unknownRules?: Readonly<Record<UnknownRule, number>>;
  /** Which parts of a score anybody filled in: the others count for nobody. */
  readonly stated?: Stated;
  readonly coverage?: readonly CoverageGroup[];
  /** The departments a limit can be for, the largest first. */
  readonly departments?: readonly string[];
  /** What became of each aim of the policy. */
  readonly aims?: readonly AimResult[];
  /** After a change by hand, in place of `aims`: what each counts now. `null` for one on gender or age band, told with the next draft only. */
  readonly handAims?: readonly (AimCount | null)[];
  /** The best total with no aim; absent where the policy has none. */
  readonly totalWithoutAims?: number;
  /** Locked pairs that a rule forbids, and were not kept. */
  readonly refusedLocks?: readonly RefusedLock[];
  /**
   * Pairs that its publication asked nobody about, since one of the two took no part any more; of pairs that want to go on, those that do
   * not, since one took no part any more, had no place or a rule forbade it. At most `mostNotAsked`.
   */
  readonly notAsked?: readonly PairIds[];
  /** What would place more people. */
  readonly help?: readonly Localised<string>[];
  readonly reason?: string;
  /** Rises with every change; who changes a draft says which revision they saw. */
  readonly revision: number;
}

export interface DraftPair {
  readonly mentorId: string;
  readonly menteeId: string;
  readonly score: number;
  readonly topics: readonly string[];
  readonly parts: Proposal['parts'];
  /** Rules that could not be applied, for HR. */
  readonly unknown?: readonly UnknownRule[];
  /** The finished pair that goes on. */
  readonly renews?: Pair['renews'];
}

export interface DraftUnpaired {
  readonly participantId: string;
  readonly role: string;
  readonly reasons: readonly Localised<string>[];
  /** What the person themselves may read; `none` where absent. */
  readonly personal?: PersonalCode;
}

export interface DraftPart {
  readonly pairs: readonly DraftPair[];
  readonly unpaired: readonly DraftUnpaired[];
}

/** A page of a draft's list: the pairs and people of `partsPerList` parts. */
export interface DraftList {
  readonly pairs: readonly DraftListPair[];
  readonly unpaired: readonly DraftListPerson[];
}

/** Parts whose pairs share one row of the list. */
export const partsPerList = 5;

/** Pairs taken apart and put together by hand. */
export interface DraftChange {
  readonly revision: number;
  readonly apply: boolean;
  readonly remove: readonly PairIds[];
  readonly add: readonly PairIds[];
}
