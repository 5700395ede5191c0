import type { Instant } from '../kernel/clock';

/** Whom HR may ask: everybody of the list, or who may mentor or be mentored. No team, site or function, so that no answer is a small group's. */
export const pollPopulations = ['everyone', 'mentors', 'mentees'] as const;
export type PollPopulation = (typeof pollPopulations)[number];

/** The fewest people whom a poll may be put to: half of them not answering, or few of them sharing a wish, must leave groups that can be told. */
export const fewestAsked = 20;

/** How many topics a poll offers: so many fit on one card, twice. */
export const topicLimits = { fewest: 3, most: 15 } as const;

/** How far away its last day is: so many working days at least, so that whoever is asked is written to before, and so many days at most. */
export const pollDays = { fewest: 3, most: 31 } as const;

/** What somebody says to "would you take part?". */
export const pollReplies = ['yes', 'perhaps', 'no'] as const;
export type PollReply = (typeof pollReplies)[number];

/** `silent`: of those who were asked, who did not say. */
export type PollCell = PollReply | 'silent';

/** What is told of a poll; whatever would tell of a few is not in it, without a cause. */
export interface PollResult {
  readonly frozenAt: Instant;
  /** How many of those who were asked; replies that are few stand together. Absent where nothing of it is told. */
  readonly takePart?: readonly { readonly of: readonly PollCell[]; readonly people: number }[];
  /** People who would learn or teach a topic, the most first; of a topic of which neither is told there is nothing. */
  readonly topics: readonly { readonly topic: string; readonly learn?: number; readonly teach?: number }[];
}

/**
 * A needs poll, the only question of the product that is anonymous.
 * - `opening`: HR has asked for it; ballots are laid out and cards queued.
 * - `open`: it takes answers until `closesAt`.
 * - `closed`: the result stands; ballots and their key are gone for good. One that found too few people left to ask is closed without a result, and `invited` is 0.
 */
export interface NeedsPoll {
  /** `1`, `2` ... */
  readonly id: string;
  readonly state: 'opening' | 'open' | 'closed';
  readonly population: PollPopulation;
  /** Of the catalogue. */
  readonly topics: readonly string[];
  readonly openedAt: Instant;
  /** Last day on which it takes answers, in the zone of the programme. */
  readonly closesOn: string;
  readonly closesAt: Instant;
  /** People who were asked, whether or not they answered. */
  readonly invited: number;
  readonly result?: PollResult;
}

/** That somebody was asked by a poll, so that nobody is by two. Whether they answered is kept nowhere. */
export interface Polled {
  readonly poll: string;
  readonly participantId: string;
  readonly directoryId: string;
}
