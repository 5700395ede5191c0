import type { CardObject } from './card-frame';

/** One card that holds the same message in several languages, one under the other. */
export function stackCards(cards: readonly CardObject[]): CardObject {
  const [first, ...others] = cards;
  const body = (card: CardObject) => card.body as readonly object[];
  return {
    ...first,
    body: [
      first === undefined ? [] : body(first),
      ...others.map((card) => [{ type: 'Container', separator: true, spacing: 'Large', items: body(card) }]),
    ].flat(),
  };
}
