import { renewalText } from '../../../../src/renewal/text/renewal-text';
import { defineCardOf, type ViewOf } from '../define-card-of';
import { execute, homeButton } from '../card-actions';
import { defineCard } from '../card-frame';
import { escapeText } from '../escape-text';
import { labelledInput } from '../labelled-input';
import type { Speaker } from '../speaker';

type View = ViewOf<'renewal'>;

interface Choice {
  readonly title: string;
  readonly value: string;
}

const open = defineCard<{
  goOn: { readonly label: string; readonly value: string; readonly choices: readonly Choice[] };
  otherwise: { readonly label: string; readonly value: string; readonly choices: readonly Choice[] };
  after: string;
}>([
  {
    type: 'Container',
    $data: '${goOn}',
    spacing: 'Medium',
    items: [
      labelledInput('${label}', {
        type: 'Input.ChoiceSet',
        id: 'goOn',
        style: 'expanded',
        isMultiSelect: true,
        wrap: true,
        value: '${value}',
        choices: [{ $data: '${choices}', title: '${title}', value: '${value}' }],
      }),
    ],
  },
  {
    type: 'Container',
    $data: '${otherwise}',
    spacing: 'Medium',
    items: [
      labelledInput('${label}', {
        type: 'Input.ChoiceSet',
        id: 'otherwise',
        style: 'expanded',
        wrap: true,
        value: '${value}',
        choices: [{ $data: '${choices}', title: '${title}', value: '${value}' }],
      }),
    ],
  },
  { type: 'TextBlock', text: '${after}', wrap: true, isSubtle: true, spacing: 'Medium' },
]);

const closed = defineCard<object>([]);

/** What now, after a finished pair: what happens and who learns of it come before the choices, and the way out after them. */
export const renewalCard = defineCardOf('renewal', {
  summary: ({ state }) => (state === 'open' ? 'question' : 'news'),
  draw: (view, speaker) => {
    const { say } = speaker.of(renewalText);
    const programme = escapeText(view.programmeName);
    const partner = view.partnerName;
    if (view.state === 'closed')
      return closed(
        {
          programme,
          title: say('renewal.closed-title'),
          lines: [say('renewal.closed-what', { partner, date: speaker.day(view.hearsBy) }), say('renewal.closed-next')],
        },
        {},
        [homeButton(speaker)],
      );
    const date = speaker.day(view.replyBy);
    return open(
      {
        programme,
        title: say(`renewal.${view.state}-title`, { partner }),
        lines: [
          say(`renewal.${view.state}-what`, { months: view.months, date }),
          say('renewal.who', { partner }),
          say('renewal.next', { months: view.months, date, state: view.state }),
        ],
      },
      {
        goOn: {
          label: say('renewal.go-on', { partner }),
          value: view.goOn.join(','),
          choices: wishes(view, speaker),
        },
        otherwise: {
          label: say('renewal.otherwise'),
          value: view.otherwise ?? '',
          choices: (['another', 'enough'] as const).map((value) => ({ value, title: say(`renewal.${value}`) })),
        },
        after: say('renewal.after', { date: speaker.day(view.hearsBy) }),
      },
      [
        execute(
          'renewal/choose',
          say('renewal.save'),
          { programmeId: view.programmeId, pairId: view.pairId },
          { primary: true, inputs: true },
        ),
        homeButton(speaker),
      ],
    );
  },
});

function wishes(view: View, speaker: Speaker): readonly Choice[] {
  const { say } = speaker.of(renewalText);
  const again = { value: 'again', title: say('renewal.again') };
  if (!view.canSwap) return [again];
  return [again, { value: 'swap', title: say('renewal.swap', { side: view.side, partner: view.partnerName }) }];
}
