import { doNotSend, toPerson, type Preparation } from '../member/message-context';
import { invitationView } from './invitation-view';
import type { Participant } from '../domain/participant';

/** The invitation, while the person has not answered it. */
export const prepareInvitation: Preparation<Participant, 'people'> = async (it, participant) => {
  if (participant.state !== 'invited') return doNotSend('cancelled', 'already-done');
  return toPerson(it, invitationView(it.programme, participant, it.reader, it.now), participant);
};

/** The same a second time and for the last, in words that press nobody. */
export const prepareInvitationReminder: Preparation<Participant, 'people'> = async (it, participant) => {
  if (participant.state !== 'invited') return doNotSend('cancelled', 'already-done');
  const view = invitationView(it.programme, participant, it.reader, it.now);
  return toPerson(it, { ...view, reminder: true }, participant);
};
