import type { CardView } from '../../../../src/domain/view';
import { homeButton, openUrl } from '../card-actions';
import { defineCard, type CardObject } from '../card-frame';
import { tabPageLink, type CardLinks } from '../card-links';
import { escapeText } from '../escape-text';
import type { Speaker } from '../speaker';

type View = Extract<CardView, { card: 'replacements' }>;

const draw = defineCard<object>([]);

/** For HR: the answers of a round are in, and for who is still free a new draft can be looked at. Counts only. */
export function replacementsCard(view: View, speaker: Speaker, links: CardLinks): CardObject {
  const { say } = speaker;
  const studio = tabPageLink(links, `/programmes/${view.programmeId}/pairing`);
  return draw(
    {
      programme: escapeText(view.programmeName),
      title: say('replacements.title'),
      lines: [say('replacements.what', { pairs: view.pairs, suggested: view.suggested }), say('replacements.next')],
    },
    {},
    [...(studio === undefined ? [] : [openUrl(say('replacements.open'), studio, true)]), homeButton(speaker)],
  );
}
