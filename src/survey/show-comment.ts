import { noticed } from '../member/action-outcome';
import { current, type PressAnswer } from '../member/press';
import { loadOwnComment } from './load-own-comment';
import type { CommentRef, SurveyPress } from './load-own-survey';

/** What they sent in words, for themselves alone: to this question, or the first there is. A look: nothing is written. */
export async function showComment(press: SurveyPress, { question, ...ref }: CommentRef): Promise<PressAnswer> {
  const survey = await loadOwnComment(press, ref);
  return survey === undefined ? noticed('not-found', press.member.reader) : current(press, survey.show(question));
}
