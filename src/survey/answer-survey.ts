import { noticed } from '../member/action-outcome';
import { current, type PressAnswer } from '../member/press';
import { keepSheet } from './keep-sheet';
import { sideIn } from './find-side';
import { asksOf, loadOwnSurvey, type SurveyPress, type SurveyRef } from './load-own-survey';
import { withOtherPages, type AnsweredPage } from './combine-pages';
import { checkAnswers } from './rules';
import { warnOfComment } from './warn-of-comment';

export interface SurveyAnswer extends SurveyRef, AnsweredPage {
  /** Question id → what was chosen or typed. */
  readonly answers: Readonly<Record<string, string>>;
}

export interface SentAnswer extends SurveyAnswer {
  /** They were warned of their comment, and send it as it is. */
  readonly asIs?: 1 | undefined;
}

/**
 * One person's answers. Pressed again before the round closes, the sheet is replaced; late, or after it was skipped, nothing changes; where one answer is
 * none that the instrument has, what was there stays. A comment that holds what is better left out is not sent until they say so again.
 */
export async function answerSurvey(
  press: SurveyPress,
  { answers, page, filled, asIs, ...ref }: SentAnswer,
): Promise<PressAnswer> {
  const survey = await loadOwnSurvey(press, ref);
  if (survey === undefined) return noticed('not-found', press.member.reader);
  if (!survey.isOpen) return current(press, survey.view());
  const checked = checkAnswers(survey.pages.flat(), withOtherPages(survey, { page, filled }, answers));
  if (!checked.ok) return noticed('invalid-input', press.member.reader);
  const side = await sideIn(press.ports, survey.programme.id, survey.participant, ref.pairId);
  const sheet = { ...asksOf(survey.round), side, ...checked.value };
  const warned = asIs === undefined ? await warnOfComment(press, survey, sheet) : undefined;
  return warned ?? keepSheet(press, survey, { state: 'answered', sheet });
}
