import type { Instant } from '../kernel/clock';
import type { Localised } from '../language/languages';

/** One part of a score, in whole points, with the sentence a participant may read. */
export interface ScorePart {
  readonly part: string;
  readonly points: number;
  readonly reason: Localised<string>;
}

export type Side = 'mentor' | 'mentee';

/**
 * asking-mentor → asking-mentee → accepted, or one of the ends. Declined, expired and withdrawn are told apart here only:
 * everyone else reads "not formed".
 */
export type ProposalState = 'asking-mentor' | 'asking-mentee' | 'accepted' | 'declined' | 'expired' | 'withdrawn';

/** A pair that nobody, or only the mentor, has accepted yet. */
export interface Proposal {
  readonly id: string;
  readonly draftId: string;
  readonly mentorId: string;
  readonly menteeId: string;
  readonly score: number;
  readonly parts: readonly ScorePart[];
  /** Catalogue topics that the mentor shares and the mentee wants, best first. */
  readonly topics: readonly string[];
  /** The functions that may be told of the two before their names: those that many of their side had when it was published. */
  readonly functions?: { readonly [S in Side]?: string };
  readonly state: ProposalState;
  readonly createdAt: Instant;
  /** When the side now asked no longer can answer. */
  readonly replyBy: Instant;
  /** The round's reply date: until then nobody but who decided can tell a no from silence. */
  readonly pairingRoundEndsAt: Instant;
  /** When the mentor said yes. */
  readonly mentorAcceptedAt?: Instant;
  /** The mentor left the programme after their yes; the mentee, who is asked, reads nothing of it. */
  readonly mentorGone?: true;
  /** When the mentee said yes although the mentor had left, so that no pair was formed: to them it is a yes that waits. */
  readonly menteeAcceptedAt?: Instant;
  readonly remindedAt?: Instant;
  readonly decidedAt?: Instant;
  readonly pairId?: string;
  /** Private: leaves this row nowhere. */
  readonly declinedBy?: Side;
  readonly revision: number;
}

export type PairState = 'active' | 'finished' | 'ended';

/** A mentor and a mentee who both said yes. */
export interface Pair {
  readonly id: string;
  readonly proposalId: string;
  readonly mentorId: string;
  readonly menteeId: string;
  readonly topics: readonly string[];
  readonly state: PairState;
  /** When both had said yes: month 1 begins. */
  readonly startedAt: Instant;
  readonly months: number;
  /** IANA zone in which the months of the pair are counted (the mentor's). */
  readonly timeZone: string;
  /** The pair in which the two were together before, and whether they swapped roles since. */
  readonly renews?: { readonly pairId: string; readonly swapped: boolean };
  /** Who has accepted the pair's charter; which words, and when, is the pair's alone. */
  readonly charterAccepted?: { readonly [S in Side]?: true };
  /** When it finished or ended; absent while it runs. */
  readonly endedAt?: Instant;
  readonly revision: number;
}

/** Counts the places a person has taken, beside the participant row, so that capacity holds under races. */
export interface PersonPairs {
  readonly participantId: string;
  readonly pairIds: readonly string[];
  /** Pairs that are over, oldest first. */
  readonly formerPairIds?: readonly string[];
}
