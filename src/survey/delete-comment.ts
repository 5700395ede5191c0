import { commentId } from '../domain/survey-pages';
import { noticed } from '../member/action-outcome';
import type { PressAnswer } from '../member/press';
import { keepSheet } from './keep-sheet';
import { loadOwnComment } from './load-own-comment';
import type { CommentRef, SurveyPress } from './load-own-survey';
import { withoutComments } from './read-sheet-comments';

/**
 * Takes away what they sent in words to a question, also once the survey is closed and HR reads it: the next night leaves it out of their sheet and of what HR reads. What is written is
 * what any edit writes, and the other answers stay. Done twice it is done.
 */
export async function deleteComment(
  press: SurveyPress,
  { question = commentId, ...ref }: CommentRef,
): Promise<PressAnswer> {
  const survey = await loadOwnComment(press, ref);
  if (survey === undefined) return noticed('not-found', press.member.reader);
  const { state, sheet } = withoutComments(survey.content, [question]);
  return keepSheet(press, survey, { state, ...(sheet === undefined ? {} : { sheet }) });
}
