import { pairEndingText } from '../../../../src/pair-ending/text/pair-ending-text';
import { defineCardOf } from '../define-card-of';
import { execute, homeButton } from '../card-actions';
import { defineCard } from '../card-frame';
import { escapeText } from '../escape-text';

const draw = defineCard<object>([]);

/** The end of a pair in the words both read, and what the reader wants next. */
export const pairEndedCard = defineCardOf('pair-ended', {
  summary: () => 'news',
  draw: (view, speaker) => {
    const { say } = speaker.of(pairEndingText);
    const ids = { programmeId: view.programmeId, pairId: view.pairId };
    return draw(
      {
        programme: escapeText(view.programmeName),
        title: say('pair-ended.title', { finished: view.finished ? 'yes' : 'no', partner: view.partnerName }),
        lines: [
          view.finished ? '' : say('pair-ended.what'),
          say('pair-ended.who'),
          say('pair-ended.next', { wish: view.wish }),
        ],
      },
      {},
      [
        view.wish === 'another'
          ? execute('rematch/enough', say('pair-ended.enough'), ids)
          : execute('rematch/another', say('pair-ended.another'), ids),
        homeButton(speaker),
      ],
    );
  },
});
