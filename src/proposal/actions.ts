import { declareAction } from '../member/declare-action';
import { acceptProposal } from './accept-proposal';
import { acceptProposalPress, declineProposalPress } from './contract';
import { declineProposal } from './decline-proposal';
import { readAheadOfAnswer, readAheadOfYes } from './read-ahead';

/** What people can press about a proposal. */
export const proposalActions = [
  declareAction(acceptProposalPress, ['participant'], acceptProposal, readAheadOfYes),
  declareAction(declineProposalPress, ['participant'], declineProposal, readAheadOfAnswer),
] as const;
