import { noticed } from '../member/action-outcome';
import type { PressAnswer } from '../member/press';
import { withoutComment } from './choose-changes';
import { keepSheet } from './keep-sheet';
import { loadOwnComment } from './load-own-comment';
import type { SurveyPress, SurveyRef } from './load-own-survey';

/**
 * Takes away the comment that they sent, also once the survey is closed and comments are read: the next night leaves it out of their sheet and of what HR reads. What is written is
 * what any edit writes, and the other answers stay. Done twice it is done.
 */
export async function deleteComment(press: SurveyPress, ref: SurveyRef): Promise<PressAnswer> {
  const survey = await loadOwnComment(press, ref);
  if (survey === undefined) return noticed('not-found', press.member.reader);
  const { state, sheet } = withoutComment(survey.content);
  return keepSheet(press, survey, { state, ...(sheet === undefined ? {} : { sheet }) });
}
