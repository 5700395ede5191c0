import type { AnswerSheet } from '../domain/survey';
import { shown } from '../member/action-outcome';
import type { PressAnswer } from '../member/press';
import { hasHealthWord } from '../privacy/find-health-words';
import { findNames } from '../privacy/find-names';
import { keepSheet } from './keep-sheet';
import type { OwnSurvey, SurveyPress } from './load-own-survey';
import { loadNames } from './load-names';
import { commentsOf } from './read-sheet-comments';
import type { CommentWarning } from './survey-view';

/**
 * The form again with what was typed and a warning, at the first page on which something in words names somebody of the programme or speaks of health; undefined where there is nothing to say. What was
 * not sent before is kept as begun; what was sent stays as it is, and the changes stand in the form. Words that were sent already are not asked about twice.
 */
export async function warnOfComment(
  press: SurveyPress,
  survey: OwnSurvey,
  sheet: AnswerSheet,
): Promise<PressAnswer | undefined> {
  const { content } = survey.found;
  const wasSent = content?.state === 'answered';
  const sent = wasSent ? commentsOf(content.sheet) : {};
  const typed = Object.entries(commentsOf(sheet)).filter(([id, text]) => sent[id] !== text);
  if (typed.length === 0) return undefined;
  const { warning, questions } = await findWarnings(press, typed);
  if (warning.length === 0) return undefined;
  const editing = { page: 1 + survey.pages.findIndex((page) => page.some(({ id }) => questions.has(id))), warning };
  if (!wasSent) return keepSheet(press, survey, { state: 'begun', sheet }, editing);
  return shown(survey.view({ content: { ...content, sheet } }, editing), press.member.reader, false);
}

/** What is better left out of these texts, and the questions whose texts hold it. */
async function findWarnings(
  { ports, member }: SurveyPress,
  typed: readonly (readonly [string, string])[],
): Promise<{ readonly warning: readonly CommentWarning[]; readonly questions: ReadonlySet<string> }> {
  const all = typed.map(([, text]) => text).join('\n');
  const names = await loadNames(ports, member.programme.value.id, all);
  const naming = typed.filter(([, text]) => findNames(text, names).length > 0);
  const ofHealth = typed.filter(([, text]) => hasHealthWord(text));
  return {
    warning: [...(naming.length > 0 ? (['name'] as const) : []), ...(ofHealth.length > 0 ? (['health'] as const) : [])],
    questions: new Set([...naming, ...ofHealth].map(([id]) => id)),
  };
}
