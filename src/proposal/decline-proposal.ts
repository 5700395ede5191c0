import type { Saving } from '../domain/ports';
import { noticed } from '../member/action-outcome';
import type { Press, PressAnswer } from '../member/press';
import { decline } from '../domain/proposal-rules';
import { loadOwnProposal } from './load-own-proposal';
import { saveProposalAnswer } from './save-proposal-answer';

export interface DeclineInput {
  readonly proposalId: string;
  /** The revision that the card showed; an older one changes nothing. */
  readonly revision: number;
  /** Private, may be empty. */
  readonly reason: string;
}

/** Either side's no. To the other person it reads like silence. */
export async function declineProposal(
  press: Press<Saving>,
  { proposalId, revision, reason }: DeclineInput,
): Promise<PressAnswer> {
  const { member, context } = press;
  const own = await loadOwnProposal(press, proposalId);
  if (own === undefined) return noticed('not-found', member.reader);
  if (member.programme.value.state !== 'running') return noticed('programme-closed', member.reader);
  const declined = decline(own.proposal.value, own.side, revision, reason, context.now);
  return saveProposalAnswer(press, own, declined);
}
