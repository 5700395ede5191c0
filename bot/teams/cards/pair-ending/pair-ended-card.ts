import type { CardView } from '../../../../src/domain/view';
import { execute, homeButton } from '../card-actions';
import { defineCard, type CardObject } from '../card-frame';
import { escapeText } from '../escape-text';
import type { Speaker } from '../speaker';

type View = Extract<CardView, { card: 'pair-ended' }>;

const draw = defineCard<object>([]);

/** The end of a pair in the words both read, and what the reader wants next. */
export function pairEndedCard(view: View, speaker: Speaker): CardObject {
  const { say } = speaker;
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
}
