import { doNotSend, toPerson, type Preparation } from '../member/message-context';
import type { Contact } from '../domain/programme';
import { hourOffView } from './hour-off-view';

/** A delegate hears of the hour alone. */
export const prepareHourOff: Preparation<Contact, 'people'> = async (it, contact) => {
  if (contact.role !== 'delegate' || contact.menteeId === undefined) return doNotSend('failed', 'wrong-recipient');
  const { calledOff } = it.message.subject;
  if (calledOff === undefined || calledOff <= it.now) return doNotSend('skipped', 'too-late');
  return toPerson(it, hourOffView(it.programme, it.reader, { calledOff }), contact);
};
