import type { Contact } from '../domain/programme';
import { doNotSend, toPerson, type Preparation } from '../member/message-context';
import { sponsorReportView, type SponsorReportView } from './sponsor-report-view';

/** The sponsor's figures as they are when they are sent. */
export function prepareSponsorReport(state: SponsorReportView['state']): Preparation<Contact, 'programmes' | 'people'> {
  return async (it, contact) => {
    if (contact.role !== 'sponsor') return doNotSend('cancelled', 'already-done');
    return toPerson(it, await sponsorReportView(it.ports, it.programme, state, it.reader, it.now), contact);
  };
}
