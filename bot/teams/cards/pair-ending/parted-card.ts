import type { CardView } from '../../../../src/domain/view';
import { execute, homeButton } from '../card-actions';
import { defineCard, type CardObject } from '../card-frame';
import { escapeText } from '../escape-text';
import type { Speaker } from '../speaker';

type View = Extract<CardView, { card: 'parted' }>;

const draw = defineCard<object>([]);

/** The end of a pair in the words both read, and what the reader wants next. */
export function partedCard(view: View, speaker: Speaker): CardObject {
  const { say } = speaker;
  const ids = { programmeId: view.programmeId, pairId: view.pairId };
  return draw(
    {
      programme: escapeText(view.programmeName),
      title: say('parted.title', { finished: view.finished ? 'yes' : 'no', partner: view.partnerName }),
      lines: [view.finished ? '' : say('parted.what'), say('parted.who'), say('parted.next', { wish: view.wish })],
    },
    {},
    [
      view.wish === 'another'
        ? execute('rematch/enough', say('parted.enough'), ids)
        : execute('rematch/another', say('parted.another'), ids),
      homeButton(speaker),
    ],
  );
}
