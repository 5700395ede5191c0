import type { CardView } from '../../../src/domain/view';
import type { CardObject } from './card-frame';
import type { CardLinks } from './card-links';
import type { Speaker } from './speaker';

export type CardName = CardView['card'];
export type ViewOf<Name extends CardName> = Extract<CardView, { readonly card: Name }>;

/** How a notification speaks of a card: no partner, topic or survey name, since lock screens are public places. */
export type Summary = 'question' | 'news' | 'time' | 'booked' | 'session' | 'channel';

/** One card: how its notification speaks of it, and how it is drawn. */
export interface CardOf<Name extends CardName> {
  readonly card: Name;
  readonly summary: (view: ViewOf<Name>) => Summary;
  readonly draw: (view: ViewOf<Name>, speaker: Speaker, links: CardLinks) => CardObject;
}

/** Defines the card of a view. */
export function defineCardOf<Name extends CardName>(card: Name, parts: Omit<CardOf<Name>, 'card'>): CardOf<Name> {
  return { card, ...parts };
}
