import type { SurveyView } from '../../../../src/survey/survey-view';
import { surveyText } from '../../../../src/survey/text/survey-text';
import { execute, type ActionIds } from '../card-actions';
import type { Speaker } from '../speaker';

type CardAction = ReturnType<typeof execute>;

/** From so many questions on somebody may want to go on later. */
const manyQuestions = 4;

/** Who reads the answers, and words where the survey asks for any. */
export function whoReads({ fewest: { scores, comments } }: SurveyView, speaker: Speaker): string {
  const { say } = speaker.of(surveyText);
  return comments === undefined ? say('survey.who', { scores }) : say('survey.who-comment', { scores, comments });
}

/** What comes before the questions: on the first page how many there are and who sees them, on the others where one is; or what the comment is warned of. */
export function linesOf(view: SurveyView, speaker: Speaker): readonly string[] {
  const { say } = speaker.of(surveyText);
  if (view.warning !== undefined)
    return [...view.warning.map((what) => say(`survey.warning-${what}`)), say('survey.warning-next')];
  const place = say('survey.page', { page: view.page, pages: view.pages });
  if (view.page > 1) return [place, say(view.isEditable ? 'survey.changes' : 'survey.kept')];
  const isKept = view.given !== undefined && !view.isEditable;
  if (view.isEditable && view.pages > 1) return [place, say('survey.changes')];
  return [
    isKept ? say('survey.kept') : say('survey.what', { count: view.total, minutes: minutesOf(view.total) }),
    whoReads(view, speaker),
    say('survey.ask', { date: speaker.day(view.closesAt) }),
  ];
}

/** The way through the pages, and out of them. */
export function pressesOf(view: SurveyView, speaker: Speaker, ids: ActionIds): readonly CardAction[] {
  const { say } = speaker.of(surveyText);
  const isLast = view.page === view.pages;
  const onPage =
    view.pages === 1 ? ids : { ...ids, page: view.page, ...(view.given === undefined ? {} : { filled: 1 }) };
  const goTo = (next: number, words: string, primary = false): CardAction =>
    execute('survey/save', words, { ...onPage, next }, { primary, inputs: true });
  if (view.warning !== undefined) {
    const sendAs = (more: ActionIds, words: string, primary: boolean): CardAction =>
      execute('survey/answer', words, { ...onPage, ...more }, { primary, inputs: true });
    const change = say(view.isEditable ? 'survey.send-again' : 'survey.send');
    return [sendAs({}, change, true), sendAs({ asIs: 1 }, say('survey.send-as-is'), false)];
  }
  const send = execute('survey/answer', say(view.isEditable ? 'survey.send-again' : 'survey.send'), onPage, {
    primary: true,
    inputs: true,
  });
  const resume = view.isBegun && view.pages === 1 ? [execute('survey/edit', say('survey.resume'), ids)] : [];
  const keep = view.isEditable === true || view.pages > 1 || view.questions.length < manyQuestions;
  return [
    isLast ? send : goTo(view.page + 1, say('survey.next', { page: view.page + 1, pages: view.pages }), true),
    ...resume,
    ...(view.page > 1 ? [goTo(view.page - 1, say('survey.back'))] : []),
    ...(keep ? [] : [execute('survey/save', say('survey.save'), ids, { inputs: true })]),
    ...(view.isEditable || view.page > 1 ? [] : [execute('survey/skip', say('survey.skip'), ids)]),
  ];
}

/** Seconds for reading a statement and choosing. */
const secondsEach = 8;

/** Whole minutes; none where it takes less than one. */
function minutesOf(questions: number): number {
  return Math.floor((questions * secondsEach) / 60 + 0.5);
}
