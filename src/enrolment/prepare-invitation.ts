import { stop, toPerson, type Preparation } from '../member/prepared';
import { invitationView } from './invitation-view';
import type { Participant } from '../domain/participant';

/** The invitation, while the person has not answered it. */
export const prepareInvitation: Preparation<Participant> = async (it, participant) => {
  if (participant.state !== 'invited') return stop('cancelled', 'already-done');
  return toPerson(it, invitationView(it.programme, participant, it.reader), participant);
};
