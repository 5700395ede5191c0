import type { CardView } from '../../../../src/domain/view';
import { execute, homeButton } from '../card-actions';
import { defineCard, type CardObject } from '../card-frame';
import { escapeText } from '../escape-text';
import type { Speaker } from '../speaker';

type View = Extract<CardView, { card: 'departure' }>;

const draw = defineCard<object>([]);

/** What leaving the programme means and who will know, before it is done; then that it is, with the way back where there is one. */
export function departureCard(view: View, speaker: Speaker): CardObject {
  const { say } = speaker;
  const programme = escapeText(view.programmeName);
  const ids = { programmeId: view.programmeId };
  if (view.state === 'open')
    return draw(
      {
        programme,
        title: say('departure.title'),
        lines: [say('departure.what', { pairs: view.pairs }), say('departure.who'), say('departure.next')],
      },
      {},
      [
        execute('programme/leave-confirm', say('departure.confirm'), ids),
        execute('home/show', say('departure.stay'), {}, { primary: true }),
      ],
    );
  return draw(
    {
      programme,
      title: say('departure.gone-title'),
      lines: [say('departure.gone-what'), say('departure.gone-next', { back: view.mayReturn ? 'yes' : 'no' })],
    },
    {},
    [
      ...(view.mayReturn ? [execute('invitation/accept', say('departure.return'), ids, { primary: true })] : []),
      homeButton(speaker),
    ],
  );
}
