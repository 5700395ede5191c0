import { doNotSend, toAccount, type Preparation } from '../member/message-context';
import type { CardView, OfProgramme } from '../domain/view';

/** For somebody who is no administrator of a programme any more: who still is. */
export interface AdministratorFarewellView extends OfProgramme {
  readonly card: 'administrator-farewell';
  /** In full, in the order of the plan. */
  readonly administrators: readonly string[];
}

declare module '../domain/view' {
  interface ViewByCard {
    'administrator-farewell': AdministratorFarewellView;
  }
}

/** That somebody is no administrator any more, and whom they may ask; not for whoever is one again by then. */
export const prepareAdministratorFarewell: Preparation<string, 'people'> = async (it, directoryId) => {
  const { id, plan } = it.programme;
  const membership = (await it.ports.people.get(directoryId, 'membership', id))?.value;
  if (membership?.contacts.some(({ role }) => role === 'administrator') === true)
    return doNotSend('cancelled', 'already-done');
  const view: CardView = {
    card: 'administrator-farewell',
    programmeId: id,
    programmeName: plan.name[it.reader.language],
    administrators: plan.administrators.map(({ name }) => name),
  };
  return toAccount(it, view, directoryId);
};
