import type { Side } from '../domain/proposal';
import type { DraftList, DraftListName } from '../domain/draft';

/** Somebody on one side of a draft. */
export interface DraftPlace {
  readonly id: string;
  readonly name: string;
  readonly side: Side;
  /** Partners they have in the draft on this side. */
  readonly partners: number;
  /** Partners they may have on this side. */
  readonly places: number;
  /** A part of the draft they are in. */
  readonly partNumber: number;
}

export const sides: readonly Side[] = ['mentor', 'mentee'];

/** Key of somebody on one side. */
export function placeKey(side: Side, id: string): string {
  return `${side}|${id}`;
}

/** Everybody of a draft on each side they take part on, by `placeKey`: whom they have there and whom they could still have. */
export function countPartners({
  pairs,
  unpaired,
}: Pick<DraftList, 'pairs' | 'unpaired'>): ReadonlyMap<string, DraftPlace> {
  const found = new Map<string, DraftPlace>();
  const note = (side: Side, { id, name, places = 1 }: DraftListName, partNumber: number, partners: number): void => {
    const key = placeKey(side, id);
    const before = found.get(key);
    found.set(key, { id, name, side, partNumber, places, ...before, partners: (before?.partners ?? 0) + partners });
  };
  for (const { mentor, mentee, partNumber } of pairs) {
    note('mentor', mentor, partNumber, 1);
    note('mentee', mentee, partNumber, 1);
    if (mentor.both === true) note('mentee', mentor, partNumber, 0);
    if (mentee.both === true) note('mentor', mentee, partNumber, 0);
  }
  for (const person of unpaired)
    for (const side of sides)
      if (person.role === side || person.role === 'both') note(side, person, person.partNumber, 0);
  return found;
}

/** Whether somebody of the draft could have one more partner there. */
export function hasPlace(place: DraftPlace | undefined): boolean {
  return place !== undefined && place.partners < place.places;
}
