import type { CardView } from '../../../../src/domain/view';
import { homeButton, openUrl } from '../card-actions';
import { defineCard, type CardObject } from '../card-frame';
import { tabPageLink, type CardLinks } from '../card-links';
import { escapeText } from '../escape-text';
import type { Speaker } from '../speaker';

type View = Extract<CardView, { card: 'renewals' }>;

const draw = defineCard<object>([]);

/** For HR: pairs want to go on, and until when a publication lets them. */
export function renewalsCard(view: View, speaker: Speaker, links: CardLinks): CardObject {
  const { say } = speaker;
  const studio = tabPageLink(links, `/programmes/${view.programmeId}/pairing`);
  return draw(
    {
      programme: escapeText(view.programmeName),
      title: say('renewals.title'),
      lines: [say('renewals.what'), say('renewals.how'), say('renewals.next', { date: speaker.day(view.until) })],
    },
    {},
    [...(studio === undefined ? [] : [openUrl(say('renewals.open'), studio, true)]), homeButton(speaker)],
  );
}
