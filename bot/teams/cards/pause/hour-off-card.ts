import { pauseText } from '../../../../src/pause/text/pause-text';
import { defineCardOf } from '../define-card-of';
import { homeButton } from '../card-actions';
import { defineCard } from '../card-frame';
import { escapeText } from '../escape-text';

const draw = defineCard<object>([]);

/** From when sessions go on, and the hour that is off; a delegate reads of the hour alone. */
export const hourOffCard = defineCardOf('hour-off', {
  summary: () => 'news',
  draw: (view, speaker) => {
    const { say } = speaker.of(pauseText);
    const off =
      view.calledOff === undefined ? [] : [say('hour-off.called-off', { date: speaker.dateTime(view.calledOff) })];
    return draw(
      {
        programme: escapeText(view.programmeName),
        title: say('hour-off.title', { partner: view.partnerName ?? 'none' }),
        lines:
          view.resumesOn === undefined
            ? [...off, say('hour-off.delegate')]
            : [say('hour-off.resumes', { date: speaker.date(view.resumesOn) }), ...off, say('hour-off.kind')],
      },
      {},
      [homeButton(speaker, true)],
    );
  },
});
