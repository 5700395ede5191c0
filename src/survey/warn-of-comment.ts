import { instrumentPages } from '../domain/instruments';
import type { AnswerSheet, Instrument } from '../domain/survey';
import { shown } from '../member/action-outcome';
import type { PressAnswer } from '../member/press';
import { hasHealthWord } from '../privacy/find-health-words';
import { findNames } from '../privacy/find-names';
import { keepSheet } from './keep-sheet';
import type { OwnSurvey, SurveyPress } from './load-own-survey';
import { loadNames } from './load-names';
import type { CommentWarning } from './survey-view';

/**
 * The form again with what was typed and a warning, where the comment names somebody of the programme or speaks of health; undefined where there is nothing to say. What was
 * not sent before is kept as begun; what was sent stays as it is, and the changes stand in the form. A comment that was sent already is not asked about twice.
 */
export async function warnOfComment(
  press: SurveyPress,
  survey: OwnSurvey,
  sheet: AnswerSheet,
): Promise<PressAnswer | undefined> {
  const { content } = survey.found;
  const wasSent = content?.state === 'answered';
  if (sheet.comment === undefined || (wasSent && content.sheet?.comment === sheet.comment)) return undefined;
  const warning = await findWarnings(press, sheet.comment);
  if (warning.length === 0) return undefined;
  const editing = { page: pageOfComment(sheet.instrument), warning };
  if (!wasSent) return keepSheet(press, survey, { state: 'begun', sheet }, editing);
  return shown(survey.view({ content: { ...content, sheet } }, editing), press.member.reader, false);
}

async function findWarnings({ ports, member }: SurveyPress, comment: string): Promise<readonly CommentWarning[]> {
  const names = await loadNames(ports, member.programme.value.id, comment);
  return [
    ...(findNames(comment, names).length > 0 ? (['name'] as const) : []),
    ...(hasHealthWord(comment) ? (['health'] as const) : []),
  ];
}

/** From 1. */
function pageOfComment(instrument: Instrument): number {
  return 1 + instrumentPages(instrument).findIndex((questions) => questions.some(({ type }) => type === 'comment'));
}
