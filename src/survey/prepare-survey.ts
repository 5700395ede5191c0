import { doNotSend, toPerson, type Preparation } from '../member/message-context';
import type { Participant } from '../domain/participant';
import { surveyView } from './survey-view';

/** The questions of a round or their reminder, while they are open for the person. */
export const prepareSurvey: Preparation<Participant, 'programmes' | 'people'> = async (it, participant) => {
  const { kind, subject } = it.message;
  const view = await surveyView(it.ports, it.programme, subject.surveyRound ?? '', participant.id, it.reader, {
    pairId: subject.pairId,
    reminder: kind === 'survey-reminder',
  });
  if (view?.state !== 'open') return doNotSend('cancelled', view === undefined ? 'subject-gone' : 'already-done');
  return toPerson(it, view, participant);
};
