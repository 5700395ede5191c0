import { doNotSend, toPerson, type Preparation } from '../member/message-context';
import type { CardView } from '../domain/view';
import type { Contact } from '../domain/programme';

/** For HR: pairs want to go on, while their draft waits. */
export const prepareRenewals: Preparation<Contact> = async (it, contact) => {
  const { id, plan } = it.programme;
  const draft = (await it.ports.programmes.get(id, 'draft', it.message.subject.draftId ?? ''))?.value;
  if (draft?.state !== 'ready' || draft.renewal === undefined)
    return doNotSend('cancelled', draft === undefined ? 'subject-gone' : 'already-done');
  const view: CardView = {
    card: 'renewals',
    programmeId: id,
    programmeName: plan.name[it.reader.language],
    until: draft.renewal.until,
  };
  return toPerson(it, view, contact);
};
