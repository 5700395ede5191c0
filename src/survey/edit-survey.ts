import { noticed } from '../member/action-outcome';
import { current, type PressAnswer } from '../member/press';
import { instrumentPages } from '../domain/instruments';
import { asGiven } from './find-own-sheet';
import { loadOwnSurvey, type OwnSurvey, type SurveyPress, type SurveyRef } from './load-own-survey';

/** Opens the form again with what the person said so far. A look: nothing is written. */
export async function editSurvey(press: SurveyPress, ref: SurveyRef): Promise<PressAnswer> {
  const survey = await loadOwnSurvey(press, ref);
  if (survey === undefined) return noticed('not-found', press.member.reader);
  return current(press, survey.view(survey.found, survey.isOpen ? { page: pageToGoOn(survey) } : undefined));
}

/** Of what was sent the first page; of what was begun, the first one without an answer, or the last. */
function pageToGoOn({ round, found: { content } }: OwnSurvey): number {
  if (content?.state !== 'begun') return 1;
  const { given } = asGiven(content);
  const pages = instrumentPages(round.instrument);
  const open = pages.findIndex((questions) => questions.every(({ id }) => given[id] === undefined));
  return open === -1 ? pages.length : open + 1;
}
