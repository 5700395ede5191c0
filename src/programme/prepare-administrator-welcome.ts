import { doNotSend, toPerson, type Preparation } from '../member/message-context';
import type { CardView, OfProgramme } from '../domain/view';
import type { Contact } from '../domain/programme';

/** For somebody who has become an administrator: what they can do from now on. */
export interface AdministratorWelcomeView extends OfProgramme {
  readonly card: 'administrator-welcome';
}

declare module '../domain/view' {
  interface ViewByCard {
    'administrator-welcome': AdministratorWelcomeView;
  }
}

/** What an administrator can do; not for somebody else who has their place in the plan by now, and was welcomed at another time. */
export const prepareAdministratorWelcome: Preparation<Contact, 'people'> = async (it, contact) => {
  if (contact.welcomedAt !== it.message.createdAt) return doNotSend('cancelled', 'recipient-gone');
  const { id, plan } = it.programme;
  const view: CardView = {
    card: 'administrator-welcome',
    programmeId: id,
    programmeName: plan.name[it.reader.language],
  };
  return toPerson(it, view, contact);
};
