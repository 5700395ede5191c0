import { sessionText } from '../../../../src/session/text/session-text';
import { defineCardOf } from '../define-card-of';
import { homeButton } from '../card-actions';
import { defineCard } from '../card-frame';
import { escapeText } from '../escape-text';

const draw = defineCard<object>([]);

/** A session that will not take place, or waits: no reason, and what may stand in a calendar. */
export const sessionOffCard = defineCardOf('session-off', {
  summary: () => 'news',
  draw: ({ programmeName, number, state }, speaker) => {
    const { say } = speaker.of(sessionText);
    return draw(
      {
        programme: escapeText(programmeName),
        title: say('off.title', { number, state }),
        lines: [say('off.what', { state }), say('off.calendar')],
      },
      {},
      [homeButton(speaker)],
    );
  },
});
