import { diversityText } from '../../../../src/diversity/text/diversity-text';
import { defineCardOf } from '../define-card-of';
import { ageBands, genders } from '../../../../src/domain/diversity';
import type { DiversityAnswer } from '../../../../src/diversity/diversity-view';
import { execute, homeButton } from '../card-actions';
import { defineCard } from '../card-frame';
import { escapeText } from '../escape-text';
import { labelledInput } from '../labelled-input';

interface Question {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly choices: readonly { readonly code: string; readonly name: string }[];
}

const draw = defineCard<{ questions: readonly Question[] }>([
  {
    type: 'Container',
    $data: '${questions}',
    spacing: 'Medium',
    items: [
      labelledInput('${label}', {
        type: 'Input.ChoiceSet',
        id: '${id}',
        style: 'compact',
        placeholder: '${hint}',
        value: '${value}',
        choices: [{ $data: '${choices}', title: '${name}', value: '${code}' }],
      }),
    ],
  },
]);

/** What a person may say of themselves for the mix of the programme: what for, who sees it, a yes for each and the way back. */
export const diversityCard = defineCardOf('diversity', {
  summary: () => 'news',
  draw: (view, speaker) => {
    const { say } = speaker.of(diversityText);
    const question = ({ attribute, value, since }: DiversityAnswer): Question => ({
      id: attribute,
      label:
        since === undefined
          ? say(`diversity.label-${attribute}`)
          : say('diversity.since', { label: say(`diversity.label-${attribute}`), date: speaker.day(since) }),
      hint: say('diversity.not-said'),
      value: value ?? '',
      choices: (attribute === 'gender' ? genders : ageBands).map((code) => ({ code, name: say(`diversity.${code}`) })),
    });
    const asked = view.answers.length === 1 ? (view.answers[0]?.attribute ?? '') : 'both';
    return draw(
      {
        programme: escapeText(view.programmeName),
        title: say('diversity.title'),
        lines: [say('diversity.what', { asked }), say('diversity.who'), say('diversity.next')],
      },
      { questions: view.answers.map(question) },
      [
        ...view.answers.flatMap(({ attribute, value }) => {
          const ids = { programmeId: view.programmeId, attribute };
          return [
            execute(
              'diversity/save',
              say(`diversity.save-${attribute}`, { said: value === undefined ? 'no' : 'yes' }),
              ids,
              {
                inputs: true,
              },
            ),
            ...(value === undefined
              ? []
              : [execute('diversity/withdraw', say(`diversity.withdraw-${attribute}`), ids)]),
          ];
        }),
        homeButton(speaker),
      ],
    );
  },
});
