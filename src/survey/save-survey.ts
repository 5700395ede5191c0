import { noticed } from '../member/action-outcome';
import { current, type PressAnswer } from '../member/press';
import type { SurveyAnswer } from './answer-survey';
import { keepSheet } from './keep-sheet';
import { sideIn } from './find-side';
import { asksOf, loadOwnSurvey, type SurveyPress } from './load-own-survey';
import { withOtherPages } from './combine-pages';
import { checkAnswers } from './rules';
import { warnOfComment } from './warn-of-comment';

export interface SurveySaved extends SurveyAnswer {
  /** The page to go on with, from 1. */
  readonly next?: number | undefined;
}

/**
 * Keeps what was answered so far, to go on later, also in another client, or on another page. It counts nowhere and nobody but the person ever reads it.
 * Answers that were sent already stay sent: a page of them that is changed is sent with that; without a page, what they sent is kept.
 */
export async function saveSurvey(
  press: SurveyPress,
  { answers, page, filled, next, ...ref }: SurveySaved,
): Promise<PressAnswer> {
  const survey = await loadOwnSurvey(press, ref);
  if (survey === undefined) return noticed('not-found', press.member.reader);
  if (!survey.isOpen) return current(press, survey.view());
  const wasSent = survey.found.content?.state === 'answered';
  if (wasSent && page === undefined) return current(press, survey.view());
  const given = withOtherPages(survey, { page, filled }, answers);
  const checked = checkAnswers(survey.pages.flat(), given, { mayBeEmpty: page !== undefined && !wasSent });
  if (!checked.ok) return noticed('invalid-input', press.member.reader);
  const side = await sideIn(press.ports, survey.programme.id, survey.participant, ref.pairId);
  const sheet = { ...asksOf(survey.round), side, ...checked.value };
  const warned = wasSent ? await warnOfComment(press, survey, sheet) : undefined;
  return warned ?? keepSheet(press, survey, { state: wasSent ? 'answered' : 'begun', sheet }, { page: next });
}
