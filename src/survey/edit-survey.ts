import { noticed } from '../member/action-outcome';
import { current, type Press, type PressAnswer } from '../member/press';
import { surveyPages, type AskedQuestion } from '../domain/survey-pages';
import type { OwnSheet } from '../domain/own-sheet';
import { askedSide } from './find-side';
import { findStatus } from './find-status';
import { isTaking, type SurveyRef } from './load-own-survey';
import { drawSurvey } from './survey-view';

/** Opens the form again with what the person said so far. A look: nothing is written. */
export async function editSurvey(press: Press<'programmes'>, { surveyRound, pairId }: SurveyRef): Promise<PressAnswer> {
  const { ports, member, context, ownSheet } = press;
  const { participant, reader } = member;
  const programme = member.programme.value;
  if (participant === undefined) return noticed('not-found', reader);
  const [round, status, own] = await Promise.all([
    ports.programmes.get(programme.id, 'survey-round', surveyRound),
    findStatus(ports, programme.id, surveyRound, participant.key, pairId),
    ownSheet(surveyRound, pairId),
  ]);
  if (round === undefined || status === undefined) return noticed('not-found', reader);
  const editing = isTaking(round.value, context);
  const pages = surveyPages(round.value, await askedSide(ports, programme.id, round.value, participant.value));
  const about = { pages, ...(own && { own }), editing, page: pageToGoOn(pages, own) };
  const view = drawSurvey(programme, round.value, status.value, reader, context.now, about);
  return current(press, view);
}

/** Of what was sent the first page; of what was begun, the first one without an answer, or the last. */
function pageToGoOn(pages: readonly (readonly AskedQuestion[])[], own: OwnSheet | undefined): number {
  if (own?.state !== 'begun') return 1;
  const open = pages.findIndex((questions) => questions.every(({ id }) => own.given[id] === undefined));
  return open === -1 ? pages.length : open + 1;
}
