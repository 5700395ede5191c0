import type { PairReading } from '../domain/pair-vault';
import type { Saving } from '../domain/ports';
import type { Press, PressAnswer } from '../member/press';
import { decline } from '../domain/proposal-rules';
import { answerOwnProposal } from './load-own-proposal';
import { saveProposalAnswer } from './save-proposal-answer';

export interface DeclineInput {
  readonly proposalId: string;
  /** The revision that the card showed; an older one changes nothing. */
  readonly revision: number;
}

/** Either side's no, without a reason. To the other person it reads like silence. */
export async function declineProposal(
  press: Press<Saving, PairReading>,
  { proposalId, revision }: DeclineInput,
): Promise<PressAnswer> {
  const { now } = press.context;
  return answerOwnProposal(press, proposalId, (own) =>
    saveProposalAnswer(press, own, decline(own.proposal.value, own.side, revision, now)),
  );
}
