import { surveyPages } from '../domain/survey-pages';
import { asGiven, findOwnSheet, type FoundSheet } from './find-own-sheet';
import { askedSide } from './find-side';
import { findStatus } from './find-status';
import type { OwnSurvey, SurveyPress, SurveyRef } from './load-own-survey';
import { ownerOf } from './pseudonym';
import { knownSurveyKey } from './read-survey-key';
import type { SheetContent } from './seal-sheet';
import { drawSurvey, type SurveyView } from './survey-view';

/** A survey that whoever presses has answered, open or closed, with their sheet. */
export interface AnsweredSurvey extends Pick<OwnSurvey, 'programme' | 'round' | 'key' | 'owner' | 'found' | 'view'> {
  readonly content: SheetContent;
  /** With what they wrote to a question, or to the first that they answered in words. */
  readonly show: (question: string | undefined) => SurveyView;
}

/** Undefined where it was not put to them, they have not answered it, or the programme's key is destroyed. Throws as the survey's key and sheets do. */
export async function loadOwnComment(
  { ports, member, context }: SurveyPress,
  { surveyRound, pairId }: SurveyRef,
): Promise<AnsweredSurvey | undefined> {
  const { participant, reader } = member;
  const programme = member.programme.value;
  if (participant === undefined) return undefined;
  const [round, status, key] = await Promise.all([
    ports.programmes.get(programme.id, 'survey-round', surveyRound),
    findStatus(ports, programme.id, surveyRound, participant.key, pairId),
    knownSurveyKey(ports, programme.id),
  ]);
  if (round === undefined || status === undefined || key === undefined) return undefined;
  const owner = ownerOf(ports, key, participant.key, pairId);
  const found = await findOwnSheet(ports, key, programme.id, surveyRound, owner);
  if (found.content?.state !== 'answered') return undefined;
  const pages = surveyPages(round.value, await askedSide(ports, programme.id, round.value, participant.value));
  const draw = ({ content }: FoundSheet, shows?: { readonly question?: string | undefined }): SurveyView =>
    drawSurvey(programme, round.value, status.value, reader, context.now, {
      pages,
      ...(content === undefined ? {} : { own: asGiven(content) }),
      ...(shows === undefined ? {} : { shows }),
    });
  return {
    programme,
    round: round.value,
    key,
    owner,
    found,
    content: found.content,
    view: (now = found) => draw(now),
    show: (question) => draw(found, { question }),
  };
}
