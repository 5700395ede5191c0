import { fewestComments } from '../../../../src/privacy/small-groups';
import { surveyText } from '../../../../src/survey/text/survey-text';
import { defineCardOf } from '../define-card-of';
import { execute, homeButton } from '../card-actions';
import { defineCard } from '../card-frame';
import { escapeText } from '../escape-text';
import { labelledInput } from '../labelled-input';
import { inputOf, type QuestionInput } from './survey-inputs';
import { linesOf, pressesOf, whoReads } from './survey-pages';

const open = defineCard<{
  questions: readonly QuestionInput[];
  choose: string;
  hint: string;
}>([
  {
    type: 'Container',
    $data: '${questions}',
    spacing: 'Medium',
    items: [
      when('one', {
        type: 'Input.ChoiceSet',
        id: 'answer.${id}',
        style: 'compact',
        placeholder: '${$root.choose}',
        value: '${value}',
        choices: [{ $data: '${choices}', title: '${title}', value: '${value}' }],
      }),
      when('several', {
        type: 'Input.ChoiceSet',
        id: 'answer.${id}',
        style: 'expanded',
        isMultiSelect: true,
        wrap: true,
        value: '${value}',
        choices: [{ $data: '${choices}', title: '${title}', value: '${value}' }],
      }),
      when('words', {
        type: 'Input.Text',
        id: 'answer.${id}',
        isMultiline: true,
        maxLength: 4000,
        placeholder: '${$root.hint}',
        value: '${value}',
      }),
    ],
  },
]);

/** The input for one way of answering. */
function when(takes: QuestionInput['takes'], input: Readonly<Record<string, unknown>>): object {
  return { $when: `\${takes == '${takes}'}`, ...labelledInput('${label}', input, '${text}') };
}

const ended = defineCard<object>([]);

const ownComment = defineCard<{ comment: string }>([
  {
    type: 'Container',
    style: 'emphasis',
    spacing: 'Medium',
    items: [{ type: 'TextBlock', text: '${comment}', wrap: true }],
  },
]);

/** A survey on one card: who sees the answers comes before the questions. */
export const surveyCard = defineCardOf('survey', {
  summary: ({ state }) => (state === 'open' ? 'question' : 'news'),
  draw: (view, speaker) => {
    const { reader } = speaker;
    const { say } = speaker.of(surveyText);
    const programme = escapeText(view.programmeName);
    const ids = {
      programmeId: view.programmeId,
      surveyRound: view.surveyRound,
      ...(view.pairId === undefined ? {} : { pairId: view.pairId }),
    };
    if (view.comment !== undefined)
      return ownComment(
        {
          programme,
          title: say('survey.comment-title'),
          lines: [
            ...(view.commentTo === undefined ? [] : [escapeText(view.commentTo.words[reader.language])]),
            say('survey.comment-who', { comments: view.fewest.comments ?? fewestComments }),
            say('survey.comment-delete-what'),
          ],
        },
        { comment: escapeText(view.comment) },
        [
          execute('survey/delete-comment', say('survey.comment-delete'), {
            ...ids,
            ...(view.commentTo === undefined ? {} : { question: view.commentTo.id }),
          }),
          ...(view.nextComment === undefined
            ? []
            : [execute('survey/comment', say('survey.comment-next'), { ...ids, question: view.nextComment })]),
          homeButton(speaker),
        ],
      );
    if (view.state !== 'open') {
      const next = view.isEditable
        ? say('survey.answered-until', { date: speaker.day(view.closesAt) })
        : say(`survey.${view.state}-next`, { instrument: view.instrument });
      const edit = view.isEditable ? [execute('survey/edit', say('survey.edit'), ids)] : [];
      const comment = view.hasComment ? [execute('survey/comment', say('survey.comment-show'), ids)] : [];
      return ended(
        { programme, title: say(`survey.${view.state}-title`), lines: [say(`survey.${view.state}-what`), next] },
        {},
        [...edit, ...comment, homeButton(speaker)],
      );
    }
    // A form without what was kept would take it back page by page.
    if (view.isBegun && view.pages > 1)
      return ended(
        {
          programme,
          title: say('survey.begun-title'),
          lines: [whoReads(view, speaker), say('survey.ask', { date: speaker.day(view.closesAt) })],
        },
        {},
        [
          execute('survey/edit', say('survey.resume'), ids, { primary: true }),
          execute('survey/skip', say('survey.skip'), ids),
        ],
      );
    const { language } = reader;
    const given = view.given ?? {};
    const title =
      view.warning === undefined
        ? say('survey.title', {
            reminder: view.reminder ? 'yes' : 'no',
            instrument: view.instrument,
            number: view.number ?? '',
          })
        : say('survey.warning-title');
    return open(
      {
        programme,
        title,
        lines: linesOf(view, speaker),
      },
      {
        questions: view.questions.map((question) => inputOf(question, language, given[question.id] ?? '')),
        choose: say('survey.choose'),
        hint: surveyText(language, 'comment-hint'),
      },
      pressesOf(view, speaker, ids),
    );
  },
});
