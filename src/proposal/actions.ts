import { declareAction } from '../member/declare-action';
import { acceptProposal } from './accept-proposal';
import { acceptProposalPress, declineProposalPress } from './contract';
import { declineProposal } from './decline-proposal';

/** What people can press about a proposal. */
export const proposalActions = [
  declareAction(acceptProposalPress, ['participant'], acceptProposal),
  declareAction(declineProposalPress, ['participant'], declineProposal),
] as const;
