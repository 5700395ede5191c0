import { topicName } from '../../../../src/catalogues/topics';
import { pollReplies } from '../../../../src/domain/needs-poll';
import { needsPollText } from '../../../../src/needs-poll/text/needs-poll-text';
import { execute, homeButton } from '../card-actions';
import { defineCard } from '../card-frame';
import { defineCardOf } from '../define-card-of';
import { escapeText } from '../escape-text';
import { labelledInput } from '../labelled-input';

interface Choice {
  readonly title: string;
  readonly value: string;
}

const open = defineCard<{
  topicQuestions: readonly { readonly id: string; readonly label: string; readonly choices: readonly Choice[] }[];
  takePart: { readonly label: string; readonly choices: readonly Choice[] };
  note: string;
}>([
  {
    type: 'Container',
    $data: '${topicQuestions}',
    spacing: 'Medium',
    items: [
      labelledInput('${label}', {
        type: 'Input.ChoiceSet',
        id: '${id}',
        style: 'expanded',
        isMultiSelect: true,
        wrap: true,
        choices: [{ $data: '${choices}', title: '${title}', value: '${value}' }],
      }),
    ],
  },
  {
    type: 'Container',
    $data: '${takePart}',
    spacing: 'Medium',
    items: [
      labelledInput('${label}', {
        type: 'Input.ChoiceSet',
        id: 'takePart',
        style: 'expanded',
        wrap: true,
        choices: [{ $data: '${choices}', title: '${title}', value: '${value}' }],
      }),
    ],
  },
  { type: 'TextBlock', text: '${note}', wrap: true, isSubtle: true, spacing: 'Medium' },
]);

const ended = defineCard<object>([]);

/** The needs poll: that it is anonymous, and how far that holds, come before the questions. The form is always empty, so that it tells nothing of what was sent. */
export const needsPollCard = defineCardOf('needs-poll', {
  summary: ({ state }) => (state === 'open' ? 'question' : 'news'),
  draw: (view, speaker) => {
    const { say } = speaker.of(needsPollText);
    const { language } = speaker.reader;
    const programme = escapeText(view.programmeName);
    const ids = { programmeId: view.programmeId, poll: view.poll };
    const date = speaker.date(view.closesOn);
    if (view.state !== 'open')
      return ended(
        {
          programme,
          title: say(`needs-poll.${view.state}-title`),
          lines: [say(`needs-poll.${view.state}-what`), say(`needs-poll.${view.state}-next`, { date })],
        },
        {},
        [
          ...(view.state === 'sent' ? [execute('needs-poll/show', say('needs-poll.again'), ids)] : []),
          homeButton(speaker),
        ],
      );
    const choices = view.offered.map((value) => ({ value, title: topicName(value, language) }));
    return open(
      {
        programme,
        title: say('needs-poll.open-title'),
        lines: [say('needs-poll.open-what'), say('needs-poll.open-how'), say('needs-poll.open-until', { date })],
      },
      {
        topicQuestions: (['learn', 'teach'] as const).map((id) => ({ id, label: say(`needs-poll.${id}`), choices })),
        takePart: {
          label: say('needs-poll.take-part'),
          choices: pollReplies.map((value) => ({ value, title: say(`needs-poll.${value}`) })),
        },
        note: say('needs-poll.note'),
      },
      [execute('needs-poll/answer', say('needs-poll.send'), ids, { primary: true, inputs: true }), homeButton(speaker)],
    );
  },
});
