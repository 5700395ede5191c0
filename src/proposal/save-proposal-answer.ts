import type { PairReading } from '../domain/pair-vault';
import { cardAbout } from '../domain/card';
import type { Saving } from '../domain/ports';
import type { Result } from '../kernel/result';
import type { Proposal } from '../domain/proposal';
import type { AnswerRefusal } from '../domain/proposal-rules';
import { current, unitOf, type Press, type PressAnswer } from '../member/press';
import { savePress } from '../member/save-press';
import { currentProposalView, type OwnProposal } from './load-own-proposal';

/**
 * Keeps a no, the yes of somebody who has left since, or a mentee's yes after the mentor left. All of them write the same rows and queue no
 * message, so that to everybody else they read like silence; they are told and counted at the reply date (`expireProposal`). A repeat, a
 * late press or an old card changes nothing.
 */
export async function saveProposalAnswer(
  press: Press<Saving, PairReading>,
  own: OwnProposal,
  answer: Result<Proposal, AnswerRefusal>,
): Promise<PressAnswer> {
  if (!answer.ok) return current(press, await currentProposalView(press, own, own.proposal.value));
  const unit = unitOf(press)
    .replace('proposal', own.proposal, answer.value)
    .editCards({ to: 'participant', id: own.me.key }, cardAbout.pair(own.proposal.key))
    .recordChange('proposal-answered');
  return savePress(press, unit, await currentProposalView(press, own, answer.value));
}
