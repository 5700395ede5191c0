import { doNotSend, toPerson, type Preparation } from '../member/message-context';
import type { CardView } from '../domain/view';
import { personalWords } from '../pairing/explanation/explain-left-over';
import type { Participant } from '../domain/participant';
import type { OfProgramme } from '../domain/view';

/** Where a volunteer without a partner stands. */
export interface StandingView extends OfProgramme {
  readonly card: 'standing';
  readonly state: 'waiting' | 'not-this-time';
  /** What the reader can do, of themselves only. */
  readonly advice?: string;
}

declare module '../domain/view' {
  interface ViewByCard {
    standing: StandingView;
  }
}

/** Where the person stands when it is sent: nothing once they have a partner. */
export const prepareStanding: Preparation<Participant, 'programmes' | 'people'> = async (it, participant) => {
  if (participant.state !== 'enrolled') return doNotSend('cancelled', 'recipient-left');
  const personPairs = await it.ports.programmes.get(it.programme.id, 'person-pairs', participant.id);
  const state = participant.standing?.told;
  if (state === undefined || (personPairs?.value.pairIds.length ?? 0) > 0)
    return doNotSend('cancelled', 'already-done');
  const { id, plan } = it.programme;
  const { language } = it.reader;
  const advice = participant.standing?.advice;
  const view: CardView = {
    card: 'standing',
    programmeId: id,
    programmeName: plan.name[language],
    state,
    ...(advice === undefined ? {} : { advice: personalWords(advice)[language] }),
  };
  return toPerson(it, view, participant);
};
