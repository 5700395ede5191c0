import type { CardView } from '../../../../src/domain/view';
import { defineCard, type CardObject } from '../card-frame';
import { escapeText } from '../escape-text';
import type { Speaker } from '../speaker';

type View = Extract<CardView, { card: 'channel-reminder' }>;

const draw = defineCard<{ tipLabel: string; tip: string; next: string }>([
  {
    type: 'Container',
    spacing: 'Medium',
    items: [
      { type: 'TextBlock', text: '${tipLabel}', weight: 'Bolder', wrap: true },
      { type: 'TextBlock', text: '${tip}', wrap: true, spacing: 'Small' },
    ],
  },
  { type: 'TextBlock', text: '${next}', wrap: true, isSubtle: true, spacing: 'Medium' },
]);

/** The channel's monthly message: counts of the whole programme, a tip, nobody's name. */
export function channelReminderCard(view: View, speaker: Speaker): CardObject {
  const { say } = speaker;
  return draw(
    {
      programme: escapeText(view.programmeName),
      title: say('channel.title', { month: view.month, months: view.months }),
      lines: [view.counts === undefined ? say('channel.no-counts') : say('channel.counts', view.counts)],
    },
    { tipLabel: say('channel.tip-label'), tip: say(`channel.tip.${String(view.tip + 1)}`), next: say('channel.next') },
    [],
  );
}

/** One card that holds the same message in several languages, one under the other. */
export function stackCards(cards: readonly CardObject[]): CardObject {
  const [first, ...others] = cards;
  const body = (card: CardObject) => card.body as readonly object[];
  return {
    ...first,
    body: [
      first === undefined ? [] : body(first),
      ...others.map((card) => [{ type: 'Container', separator: true, spacing: 'Large', items: body(card) }]),
    ].flat(),
  };
}
