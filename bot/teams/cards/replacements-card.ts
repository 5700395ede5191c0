import type { CardView } from '../../../src/messaging/view';
import { homeButton, openUrl } from './card-actions';
import { defineCard, type CardObject } from './card-frame';
import type { CardLinks } from './card-links';
import { escapeText } from './escape-text';
import type { Speaker } from './speaker';

type View = Extract<CardView, { card: 'replacements' }>;

const draw = defineCard<object>([]);

/** For HR: the answers of a round are in, and for who is still free a new draft can be looked at. Counts only. */
export function replacementsCard(view: View, speaker: Speaker, links: CardLinks): CardObject {
  const { say } = speaker;
  return draw(
    {
      programme: escapeText(view.programmeName),
      title: say('replacements.title'),
      lines: [say('replacements.what', { pairs: view.pairs, suggested: view.suggested }), say('replacements.next')],
    },
    {},
    [...(links.tab === undefined ? [] : [openUrl(say('replacements.open'), links.tab, true)]), homeButton(speaker)],
  );
}
