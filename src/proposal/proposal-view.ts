import { personalWords } from '../pairing/explanation/explain-left-over';
import { familyName } from '../catalogues/topics';
import type { Reader } from '../domain/view';
import type { Programme } from '../domain/programme';
import type { Instant } from '../kernel/clock';
import type { Proposal, Side } from '../domain/proposal';
import { isOpenFor, looksPendingToMentee, looksPendingToMentor } from '../domain/proposal-rules';
import type { OfProgramme } from '../domain/view';

export interface ProposalView extends OfProgramme {
  readonly card: 'proposal';
  /** open: this person can answer. waiting: they said yes and the other side is asked. not-formed, formed: ends. */
  readonly state: 'open' | 'waiting' | 'not-formed' | 'formed' | 'declined-by-me';
  readonly side: Side;
  readonly reminder: boolean;
  readonly proposalId: string;
  readonly revision: number;
  /** Names of families of topics in the reader's language. */
  readonly topicFamilies: readonly string[];
  readonly partnerFunction?: string;
  readonly replyBy: Instant;
  readonly months: number;
  /** What the reader can do, where it was not formed and no other partner is looked for in this round. */
  readonly advice?: string;
}

declare module '../domain/view' {
  interface ViewByCard {
    proposal: ProposalView;
  }
}

/**
 * The proposal as one side may see it: no name, no free text. Families of topics are those that the reader named for themselves too, and
 * who else named them nobody but HR can read; a function stands in every directory, so it is told only where many share it. Declined, expired and
 * withdrawn read alike, and until it is decided the side that said yes reads "waiting". After the last round "not formed" says what a
 * volunteer reads who was left over: each of them has one message.
 */
export function proposalView(
  programme: Programme,
  proposal: Proposal,
  side: Side,
  reader: Reader,
  now: Instant,
  { reminder = false, isLastRound = false }: { readonly reminder?: boolean; readonly isLastRound?: boolean } = {},
): ProposalView {
  const state = stateFor(proposal, side, now);
  const partnerFunction = proposal.functions?.[side === 'mentor' ? 'mentee' : 'mentor'];
  return {
    card: 'proposal',
    programmeId: programme.id,
    programmeName: programme.plan.name[reader.language],
    state,
    side,
    reminder,
    proposalId: proposal.id,
    // A revision that rises while one waits would tell that the other side has answered.
    revision: state === 'open' ? proposal.revision : 0,
    topicFamilies: [...new Set(proposal.topics.map((topic) => familyName(topic, reader.language)))],
    ...(partnerFunction === undefined ? {} : { partnerFunction }),
    replyBy: proposal.replyBy,
    months: programme.plan.months,
    ...(isLastRound && state === 'not-formed' ? { advice: personalWords('none')[reader.language] } : {}),
  };
}

function stateFor(
  proposal: Proposal,
  side: Side,
  now: Instant,
): 'open' | 'waiting' | 'not-formed' | 'formed' | 'declined-by-me' {
  if (proposal.state === 'accepted') return 'formed';
  if (proposal.declinedBy === side) return 'declined-by-me';
  if (side === 'mentor' ? looksPendingToMentor(proposal, now) : looksPendingToMentee(proposal, now)) return 'waiting';
  if (isOpenFor(proposal, side, now)) return 'open';
  return proposal.state === 'asking-mentee' && side === 'mentor' && now < proposal.replyBy ? 'waiting' : 'not-formed';
}
