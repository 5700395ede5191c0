import { noticed } from '../member/action-outcome';
import { current, type PressAnswer } from '../member/press';
import type { SurveyAnswer } from './answer-survey';
import { keepSheet } from './keep-sheet';
import { loadOwnSurvey, sideIn, type SurveyPress } from './load-own-survey';
import { checkAnswers } from './rules';

/**
 * Keeps what was answered so far, to go on later, also in another client. It counts nowhere and nobody but the person ever reads it. Answers that were
 * sent already stay sent: what is kept then is what they sent.
 */
export async function saveSurvey(press: SurveyPress, { answers, ...ref }: SurveyAnswer): Promise<PressAnswer> {
  const survey = await loadOwnSurvey(press, ref);
  if (survey === undefined) return noticed('not-found', press.member.reader);
  if (!survey.isOpen || survey.found.content?.state === 'answered') return current(press, survey.view());
  const { instrument } = survey.round;
  const checked = checkAnswers(instrument, answers);
  if (!checked.ok) return noticed('invalid-input', press.member.reader);
  const side = await sideIn(press.ports, survey.programme.id, survey.participant, ref.pairId);
  return keepSheet(press, survey, { state: 'begun', sheet: { instrument, side, ...checked.value } }, true);
}
