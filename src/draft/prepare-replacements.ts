import { doNotSend, toPerson, type Preparation } from '../member/message-context';
import { programmeCounts } from '../domain/programme-counts';
import type { CardView } from '../domain/view';
import type { Contact } from '../domain/programme';
import type { OfProgramme } from '../domain/view';

/** For HR: a round is over and its replacements can be looked at. Counts of the programme. */
export interface ReplacementsView extends OfProgramme {
  readonly card: 'replacements';
  readonly pairs: number;
  readonly suggested: number;
}

declare module '../domain/view' {
  interface ViewByCard {
    replacements: ReplacementsView;
  }
}

/** For HR: that a round is over and its replacements can be looked at, while they wait. */
export const prepareReplacements: Preparation<Contact, 'programmes' | 'people'> = async (it, contact) => {
  const { id, plan } = it.programme;
  const draft = (await it.ports.programmes.get(id, 'draft', it.message.subject.draftId ?? ''))?.value;
  if (draft?.state !== 'ready') return doNotSend('cancelled', draft === undefined ? 'subject-gone' : 'already-done');
  const board = await it.ports.programmes.get(id, 'board', 'head');
  const view: CardView = {
    card: 'replacements',
    programmeId: id,
    programmeName: plan.name[it.reader.language],
    pairs: programmeCounts(board?.value).pairs.active,
    suggested: draft.pairs,
  };
  return toPerson(it, view, contact);
};
