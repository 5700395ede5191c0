import type { Saving } from '../domain/ports';
import type { Press, PressAnswer } from '../member/press';
import { decline } from '../domain/proposal-rules';
import { answerOwnProposal } from './load-own-proposal';
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
  const { now } = press.context;
  return answerOwnProposal(press, proposalId, (own) =>
    saveProposalAnswer(press, own, decline(own.proposal.value, own.side, revision, reason, now)),
  );
}
