import type { DraftList } from '../../../src/domain/draft';
import { countPartners, hasPlace } from '../../../src/draft/count-partners';
import type { FreePerson } from './hand-moves';

/** Somebody in a pair of the draft who could have more partners there. */
export interface SparePerson extends FreePerson {
  readonly places: number;
}

/** Who is in a pair and has places to spare, on which side, in the order of the list. */
export function sparePlaces(list: Pick<DraftList, 'pairs' | 'unpaired'>): readonly SparePerson[] {
  const leftOver = new Set(list.unpaired.map(({ id }) => id));
  const spare = new Map<string, SparePerson>();
  for (const place of countPartners(list).values()) {
    if (leftOver.has(place.id) || !hasPlace(place)) continue;
    const { id, name, side } = place;
    const before = spare.get(id);
    const free = place.places - place.partners;
    spare.set(id, {
      id,
      name,
      role: before === undefined ? side : 'both',
      places: before === undefined ? free : Math.min(free, before.places),
    });
  }
  return [...spare.values()];
}
