import { linkChat } from '../../../../src/kernel/link-chat';
import type { CardView } from '../../../../src/domain/view';
import { execute, homeButton, openUrl } from '../card-actions';
import { defineCard, type CardObject } from '../card-frame';
import { escapeText } from '../escape-text';
import type { Speaker } from '../speaker';

type View = Extract<CardView, { card: 'pair' }>;

const draw = defineCard<object>([]);

/** A person's own pair: the next hour, a way to write to the partner, and the way out. */
export function pairCard(view: View, speaker: Speaker): CardObject {
  const { say } = speaker;
  const ids = { programmeId: view.programmeId, pairId: view.pairId };
  const over = view.state === 'over';
  const write =
    over || view.partnerEmail === undefined
      ? []
      : [openUrl(speaker.plain('common.write', { partner: view.partnerName }), linkChat(view.partnerEmail), true)];
  return draw(
    {
      programme: escapeText(view.programmeName),
      title: say('pair.title', { partner: view.partnerName }),
      lines: over
        ? [say('pair.over')]
        : [
            say('pair.what', {
              when: view.nextSession === undefined ? 'none' : 'set',
              date: view.nextSession === undefined ? '' : speaker.dateTime(view.nextSession),
            }),
            view.state === 'leaving' ? say('pair.leaving') : say('introduction.who'),
          ],
    },
    {},
    [
      ...write,
      ...(over ? [] : [execute('pause/open', say('home.pause'), { programmeId: view.programmeId })]),
      ...(view.state === 'active' ? [execute('pair/leave', say('pair.leave'), ids)] : []),
      ...(view.state === 'leaving' && view.mayStay ? [execute('pair/stay', say('leave.take-back'), ids)] : []),
      homeButton(speaker),
    ],
  );
}
