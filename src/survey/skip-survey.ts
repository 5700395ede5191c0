import { noticed } from '../member/action-outcome';
import { current, type PressAnswer } from '../member/press';
import { keepSheet } from './keep-sheet';
import { loadOwnSurvey, type SurveyPress, type SurveyRef } from './load-own-survey';

/** Leaves the survey out, for good: what was begun goes, and nothing is asked again. Answers that were sent stay. */
export async function skipSurvey(press: SurveyPress, ref: SurveyRef): Promise<PressAnswer> {
  const survey = await loadOwnSurvey(press, ref);
  if (survey === undefined) return noticed('not-found', press.member.reader);
  if (!survey.isOpen || survey.found.content?.state === 'answered') return current(press, survey.view());
  return keepSheet(press, survey, { state: 'skipped' });
}
