import { noticed } from '../member/action-outcome';
import { current, type PressAnswer } from '../member/press';
import { loadOwnComment } from './load-own-comment';
import type { SurveyPress, SurveyRef } from './load-own-survey';

/** The comment that they sent, for themselves alone. A look: nothing is written. */
export async function showComment(press: SurveyPress, ref: SurveyRef): Promise<PressAnswer> {
  const survey = await loadOwnComment(press, ref);
  return survey === undefined ? noticed('not-found', press.member.reader) : current(press, survey.view());
}
