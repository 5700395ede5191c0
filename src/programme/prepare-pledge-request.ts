import { doNotSend, toPerson, type Preparation } from '../member/message-context';
import type { Contact } from '../domain/programme';
import { pledgeView } from './pledge-view';

/** The request for the sponsor's pledge, while it has not been given. */
export const preparePledgeRequest: Preparation<Contact, 'people'> = async (it, contact) => {
  if (it.programme.pledge !== undefined) return doNotSend('cancelled', 'already-done');
  return toPerson(it, pledgeView(it.programme, it.reader), contact);
};
