import { noticed } from '../member/action-outcome';
import { current, type PressAnswer } from '../member/press';
import { loadOwnSurvey, type SurveyPress, type SurveyRef } from './load-own-survey';

/** Opens the form again with what the person said so far. A look: nothing is written. */
export async function editSurvey(press: SurveyPress, ref: SurveyRef): Promise<PressAnswer> {
  const survey = await loadOwnSurvey(press, ref);
  if (survey === undefined) return noticed('not-found', press.member.reader);
  return current(press, survey.view(survey.found, survey.isOpen));
}
