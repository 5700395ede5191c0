import { channelText } from '../../../../src/channel/text/channel-text';
import { defineCardOf } from '../define-card-of';
import { defineCard } from '../card-frame';
import { escapeText } from '../escape-text';

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
export const channelReminderCard = defineCardOf('channel-reminder', {
  summary: () => 'channel',
  draw: (view, speaker) => {
    const { say } = speaker.of(channelText);
    return draw(
      {
        programme: escapeText(view.programmeName),
        title: say('channel.title', { month: view.month, months: view.months }),
        lines: [view.counts === undefined ? say('channel.no-counts') : say('channel.counts', view.counts)],
      },
      { tipLabel: say('channel.tip-label'), tip: say(`channel.tip.${view.tip}`), next: say('channel.next') },
      [],
    );
  },
});
