import { doNotSend, toPerson, type Preparation } from '../member/message-context';
import type { CardView } from '../domain/view';
import type { Contact } from '../domain/programme';
import type { Instant } from '../kernel/clock';
import type { OfProgramme } from '../domain/view';

/**
 * For HR: pairs want to go on, and until when a publication lets them. No count: pairs join the draft while it waits, and a
 * message that is sent once more after a crash has to read the same.
 */
export interface RenewalsView extends OfProgramme {
  readonly card: 'renewals';
  readonly until: Instant;
}

declare module '../domain/view' {
  interface ViewByCard {
    renewals: RenewalsView;
  }
}

/** For HR: pairs want to go on, while their draft waits. */
export const prepareRenewals: Preparation<Contact, 'programmes' | 'people'> = async (it, contact) => {
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
