import { countPartners, hasPlace, placeKey } from '../../../src/draft/count-partners';
import type { DraftList, DraftListName as Person, DraftListPair as ListPair } from '../../../src/domain/draft';
import type { Side } from '../../../src/domain/proposal';
import { pairKey } from './choice-sets';
import type { HandMove } from './hand-moves';

/** A change by hand with what it does to the number of pairs and to the total. */
export interface RankedMove {
  readonly move: HandMove;
  readonly pairs: number;
  readonly points: number;
}

/** Points that a person would have with each of those whom no rule keeps from them, by id. */
export type Scores = ReadonlyMap<string, number>;

/** Somebody who is to have a partner: one more, or instead of the one in the pair `from`. */
export interface Seeker {
  readonly person: Person;
  readonly side: Side;
  readonly from?: ListPair;
}

/**
 * The best way to each possible partner of somebody, the best first: more pairs, then more points. Who has a place gives it; somebody else
 * changes partners with the person, or where the person has none to change, gives theirs up. `other`: the points of the present partner.
 */
export function rankMoves(
  list: Pick<DraftList, 'pairs' | 'unpaired'>,
  seeker: Seeker,
  own: Scores,
  other: Scores = new Map(),
): readonly RankedMove[] {
  const { person, side, from } = seeker;
  const across = opposite(side);
  const places = countPartners(list);
  const met = metIn(list.pairs);
  const pairsOf = new Map<string, ListPair[]>();
  for (const pair of list.pairs) pairsOf.set(pair[across].id, [...(pairsOf.get(pair[across].id) ?? []), pair]);
  const moves = [...own].flatMap(([id, score]): readonly RankedMove[] => {
    const place = places.get(placeKey(across, id));
    if (place === undefined || met(person.id, id)) return [];
    const two = couple(side, person, { id, name: place.name });
    const lost = from?.score ?? 0;
    if (hasPlace(place))
      return [
        {
          move: { remove: from === undefined ? [] : [from], add: [two] },
          pairs: from === undefined ? 1 : 0,
          points: score - lost,
        },
      ];
    const ways = (pairsOf.get(id) ?? []).flatMap((pair) =>
      from === undefined
        ? [{ move: { remove: [pair], add: [two] }, pairs: 0, points: score - pair.score }]
        : exchange(met, { ...seeker, from }, pair, score, other).map((way) => ({
            ...way,
            move: { ...way.move, add: [two, ...way.move.add] },
          })),
    );
    return ways.toSorted(compare).slice(0, 1);
  });
  return moves.toSorted(compare);
}

/** Whom the partner of a pair had goes to the person's own partner, where no rule is against it. */
function exchange(
  met: Met,
  { side, from }: Required<Seeker>,
  pair: ListPair,
  score: number,
  other: Scores,
): readonly RankedMove[] {
  const [displaced, present] = [pair[side], from[opposite(side)]];
  const back = other.get(displaced.id);
  if (back === undefined || met(displaced.id, present.id)) return [];
  return [
    {
      move: { remove: [from, pair], add: [couple(side, displaced, present)] },
      pairs: 0,
      points: score + back - from.score - pair.score,
    },
  ];
}

type Met = (one: string, other: string) => boolean;

/** Whether two people are a pair of the draft, in either direction. */
function metIn(pairs: readonly ListPair[]): Met {
  const keys = new Set(pairs.map(({ mentor, mentee }) => pairKey(mentor.id, mentee.id)));
  return (one, other) => keys.has(pairKey(one, other)) || keys.has(pairKey(other, one));
}

function couple(side: Side, one: Person, other: Person): { readonly mentor: Person; readonly mentee: Person } {
  return side === 'mentor' ? { mentor: one, mentee: other } : { mentor: other, mentee: one };
}

/** The other side. */
export function opposite(side: Side): Side {
  return side === 'mentor' ? 'mentee' : 'mentor';
}

function compare(one: RankedMove, other: RankedMove): number {
  return other.pairs - one.pairs || other.points - one.points;
}
