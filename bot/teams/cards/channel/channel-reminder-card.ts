import { channelText } from '../../../../src/channel/text/channel-text';
import { defineCardOf } from '../define-card-of';
import { defineCard } from '../card-frame';
import { escapeText } from '../escape-text';

const draw = defineCard<{ tips: readonly { label: string; tip: string }[]; next: string }>([
  {
    type: 'Container',
    $data: '${tips}',
    spacing: 'Medium',
    items: [
      { type: 'TextBlock', text: '${label}', weight: 'Bolder', wrap: true },
      { type: 'TextBlock', text: '${tip}', wrap: true, spacing: 'Small' },
    ],
  },
  { type: 'TextBlock', text: '${next}', wrap: true, isSubtle: true, spacing: 'Medium' },
]);

/** The channel's monthly message: counts of the whole programme, a tip while there are months to come, nobody's name. */
export const channelReminderCard = defineCardOf('channel-reminder', {
  summary: () => 'channel',
  draw: (view, speaker) => {
    const { say } = speaker.of(channelText);
    return draw(
      {
        programme: escapeText(view.programmeName),
        title:
          view.month === 'after'
            ? say('channel.title-after', { months: view.months })
            : say('channel.title', { month: view.month, months: view.months }),
        lines: [
          ...(view.active === undefined ? [] : [say('channel.active', { active: view.active })]),
          ...(view.finished === undefined ? [] : [say('channel.finished', { finished: view.finished })]),
          view.sessions === undefined
            ? say(view.month === 'after' ? 'channel.no-counts-after' : 'channel.no-counts')
            : say('channel.sessions', view.sessions),
        ],
      },
      {
        tips: view.tip === undefined ? [] : [{ label: say('channel.tip-label'), tip: say(`channel.tip.${view.tip}`) }],
        next: say('channel.next'),
      },
      [],
    );
  },
});
