import { memberText } from '../../../src/member/text/member-text';
import type { CardView, Reader } from '../../../src/domain/view';
import type { CardObject } from './card-frame';
import type { CardLinks } from './card-links';
import { cardList } from './card-list';
import type { CardName, CardOf } from './define-card-of';
import { noticeCard } from './notice-card';
import { speakerFor } from './speaker';
import { stackCards } from './stack-cards';

export interface RenderedCard {
  readonly card: CardObject;
  /** For the notification: no partner, topic or survey name, since lock screens are public places. */
  readonly summary: string;
}

/** The Adaptive Card of a view in the reader's language, with the words of the programme's culture. */
export function renderCard(view: CardView, reader: Reader, links: CardLinks): RenderedCard {
  const speaker = speakerFor(reader);
  return { card: cardOf(view).draw(view, speaker, links), summary: summaryOf(view, reader) };
}

/** In place of a card that is too large for Teams: where to find what it says. The notification is the same. */
export function renderSmallCard(view: CardView, reader: Reader, links: CardLinks): RenderedCard {
  const card = noticeCard.draw({ card: 'notice', notice: 'shortened' }, speakerFor(reader), links);
  return { card, summary: summaryOf(view, reader) };
}

/** One card that holds the same message in several languages, in the order given; the first one speaks in the notification. */
export function renderChannelCard(
  messages: readonly { readonly view: CardView; readonly reader: Reader }[],
  links: CardLinks,
): RenderedCard {
  const cards = messages.map(({ view, reader }) => renderCard(view, reader, links));
  return { card: stackCards(cards.map(({ card }) => card)), summary: cards[0]?.summary ?? '' };
}

function summaryOf(view: CardView, reader: Reader): string {
  return speakerFor(reader)
    .of(memberText)
    .say(`summary.${cardOf(view).summary(view)}`);
}

/** The list holds for each view its own card, which the compiler does not see through a view that may be any. */
function cardOf({ card }: CardView): CardOf<CardName> {
  return cardList[card] as CardOf<CardName>;
}
