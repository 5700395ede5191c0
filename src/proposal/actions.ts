import { declareAction } from '../member/declare-action';
import { answerProposal } from './answer-proposal';
import { acceptProposalPress, declineProposalPress } from './contract';

/** What people can press about a proposal. */
export const proposalActions = [
  declareAction(acceptProposalPress, ['participant'], (press, input) =>
    answerProposal(press, { ...input, answer: 'accept', reason: '' }),
  ),
  declareAction(declineProposalPress, ['participant'], (press, input) =>
    answerProposal(press, { ...input, answer: 'decline' }),
  ),
] as const;
