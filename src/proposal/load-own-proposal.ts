import type { Stored } from '../kernel/row-store';
import { noticed } from '../member/action-outcome';
import type { Press, PressAnswer } from '../member/press';
import type { CardView } from '../domain/view';
import type { PairReading } from '../domain/pair-vault';
import type { Participant } from '../domain/participant';
import type { Proposal, Side } from '../domain/proposal';
import { sideOf } from '../domain/proposal-rules';
import { introductionView } from '../pair/introduction-view';
import { readCharter } from '../pair/read-charter';
import { isOfLastRound } from './check-last-round';
import { proposalView } from './proposal-view';

/** A proposal as one of its two people answers it. */
export interface OwnProposal {
  readonly proposal: Stored<Proposal>;
  readonly side: Side;
  readonly me: Stored<Participant>;
  readonly partner: Stored<Participant>;
}

/** The proposal and the other person, by point reads; undefined for anybody but its two people. */
async function loadOwnProposal(
  { ports, member }: Press<'programmes'>,
  proposalId: string,
): Promise<OwnProposal | undefined> {
  const programmeId = member.programme.value.id;
  const proposal = await ports.programmes.get(programmeId, 'proposal', proposalId);
  const me = member.participant;
  const side = proposal === undefined || me === undefined ? undefined : sideOf(proposal.value, me.key);
  if (proposal === undefined || me === undefined || side === undefined) return undefined;
  const partnerId = side === 'mentor' ? proposal.value.menteeId : proposal.value.mentorId;
  const partner = await ports.programmes.get(programmeId, 'participant', partnerId);
  return partner === undefined ? undefined : { proposal, side, me, partner };
}

/** Lets one of the two answer their proposal while the programme runs; anybody else, and everybody later, reads why not. */
export async function answerOwnProposal(
  press: Press<'programmes', PairReading>,
  proposalId: string,
  answer: (own: OwnProposal) => Promise<PressAnswer>,
): Promise<PressAnswer> {
  const { programme, reader } = press.member;
  const own = await loadOwnProposal(press, proposalId);
  if (own === undefined) return noticed('not-found', reader);
  if (programme.value.state !== 'running') return noticed('programme-closed', reader);
  return answer(own);
}

/** The proposal as a look of the person's own shows it; undefined for anybody but its two people. */
export async function showProposal(
  look: Press<'programmes', PairReading>,
  proposalId: string,
): Promise<CardView | undefined> {
  const own = await loadOwnProposal(look, proposalId);
  return own === undefined ? undefined : currentProposalView(look, own, own.proposal.value);
}

/** The card that is true now: once the pair is formed, its introduction, for whoever presses and however often. */
export async function currentProposalView(
  { ports, member, context }: Press<'programmes', PairReading>,
  { side, partner }: OwnProposal,
  proposal: Proposal,
): Promise<CardView> {
  const programme = member.programme.value;
  const { reader } = member;
  const pair =
    proposal.state === 'accepted' && proposal.pairId !== undefined
      ? await ports.programmes.get(programme.id, 'pair', proposal.pairId)
      : undefined;
  if (pair !== undefined) {
    const charter = await readCharter(ports, programme.id, pair.value, side);
    return introductionView(programme, pair.value, side, partner.value, proposal.parts, charter, reader, context.now);
  }
  const over = context.now >= proposal.replyBy;
  const isLastRound = over && (await isOfLastRound(ports, programme.id, proposal));
  return proposalView(programme, proposal, side, reader, context.now, { isLastRound });
}
