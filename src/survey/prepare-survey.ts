import { doNotSend, toPerson, type Preparation } from '../member/message-context';
import type { Participant } from '../domain/participant';
import { surveyPages } from '../domain/survey-pages';
import { askedSide } from './find-side';
import { findStatus } from './find-status';
import { drawSurvey } from './survey-view';

/**
 * The questions of a round or their reminder. Whether the questions go out follows from what a night has told already, so that what becomes of the message
 * tells no more; whoever has answered since reads that it is saved. A reminder goes to nobody whose own sheet is sent or skipped, and its end is kept nowhere.
 */
export const prepareSurvey: Preparation<Participant, 'programmes' | 'people'> = async (it, participant) => {
  const { ports, programme, now } = it;
  const { kind, subject } = it.message;
  const { surveyRound = '', pairId } = subject;
  const [round, status] = await Promise.all([
    ports.programmes.get(programme.id, 'survey-round', surveyRound),
    findStatus(ports, programme.id, surveyRound, participant.id, pairId),
  ]);
  if (round === undefined || status === undefined) return doNotSend('cancelled', 'subject-gone');
  if (status.value.state !== 'asked' || round.value.state === 'closed' || now >= round.value.closesAt)
    return doNotSend('cancelled', 'already-done');
  const own = await it.ownSheet(surveyRound, pairId);
  const reminder = kind === 'survey-reminder';
  const pages = surveyPages(round.value, await askedSide(ports, programme.id, round.value, participant));
  const about = { pages, ...(own && { own }), reminder };
  const view = drawSurvey(programme, round.value, status.value, it.reader, now, about);
  if (reminder && view.state !== 'open') return doNotSend('cancelled', 'already-done');
  return toPerson(it, view, participant);
};
