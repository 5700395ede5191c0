import { catalogueTopics, topicName } from '../catalogues/topics';
import type { AnswerSheet } from '../domain/survey';
import { languages } from '../language/languages';
import { shown } from '../member/action-outcome';
import type { PressAnswer } from '../member/press';
import { hasHealthWord } from '../privacy/find-health-words';
import { findNames } from '../privacy/find-names';
import { foldedWords, mayHoldName } from '../privacy/guess-names';
import { keepSheet } from './keep-sheet';
import type { OwnSurvey, SurveyPress } from './load-own-survey';
import { loadPartnerNames } from './load-partner-names';
import { commentsOf } from './read-sheet-comments';
import type { CommentWarning } from './survey-view';

/** Topics are written with capitals, as are tools. */
const topics = catalogueTopics().flatMap((id) => languages.map((language) => topicName(id, language)));

/**
 * The form again with what was typed and a warning, at the first page on which something in words may name somebody or speaks of health; undefined where there is nothing to say. What was
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
  const { warning, questions } = await findWarnings(press, survey, typed);
  if (warning.length === 0) return undefined;
  const editing = { page: 1 + survey.pages.findIndex((page) => page.some(({ id }) => questions.has(id))), warning };
  if (!wasSent) return keepSheet(press, survey, { state: 'begun', sheet }, editing);
  return shown(survey.view({ content: { ...content, sheet } }, editing), press.member.reader, false);
}

/**
 * What is better left out of these texts, and the questions whose texts hold it. Names are guessed by their looks, and known of the writer's own partners
 * alone: whoever tries names learns nothing of who takes part.
 */
async function findWarnings(
  { ports }: SurveyPress,
  { programme, participant }: OwnSurvey,
  typed: readonly (readonly [string, string])[],
): Promise<{ readonly warning: readonly CommentWarning[]; readonly questions: ReadonlySet<string> }> {
  const partners = await loadPartnerNames(ports, programme.id, participant);
  const noNames = foldedWords([...topics, ...Object.values(programme.plan.name), 'Passerelle Teams Microsoft Copilot']);
  const naming = typed.filter(([, text]) => findNames(text, partners).length > 0 || mayHoldName(text, noNames));
  const ofHealth = typed.filter(([, text]) => hasHealthWord(text));
  return {
    warning: [...(naming.length > 0 ? (['name'] as const) : []), ...(ofHealth.length > 0 ? (['health'] as const) : [])],
    questions: new Set([...naming, ...ofHealth].map(([id]) => id)),
  };
}
