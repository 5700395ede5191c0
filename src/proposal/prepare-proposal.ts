import { doNotSend, toPerson, type Preparation } from '../member/message-context';
import type { Participant } from '../domain/participant';
import { isOfLastRound } from './check-last-round';
import { proposalView } from './proposal-view';
import { isOpenFor, sideOf } from '../domain/proposal-rules';

/** A proposal, its reminder while it can still be answered, or the word that it is not formed. */
export const prepareProposal: Preparation<Participant, 'programmes' | 'people'> = async (it, participant) => {
  const { message, programme, reader, now } = it;
  const proposal = (await it.ports.programmes.get(programme.id, 'proposal', message.subject.proposalId ?? ''))?.value;
  const side = proposal === undefined ? undefined : sideOf(proposal, participant.id);
  if (proposal === undefined || side === undefined) return doNotSend('cancelled', 'subject-gone');
  if (participant.state !== 'enrolled') return doNotSend('cancelled', 'recipient-left');
  if (message.kind !== 'not-formed' && !isOpenFor(proposal, side, now)) return doNotSend('cancelled', 'already-done');
  const told = {
    reminder: message.kind === 'proposal-reminder',
    isLastRound: message.kind === 'not-formed' && (await isOfLastRound(it.ports, programme.id, proposal)),
  };
  return toPerson(it, proposalView(programme, proposal, side, reader, now, told), participant);
};
