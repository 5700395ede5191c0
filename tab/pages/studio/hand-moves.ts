import type { DraftListName as Person, DraftListPair as ListPair } from '../../../src/domain/draft';

/** A change by hand that can be asked for: pairs taken apart, and people put together. */
export interface HandMove {
  readonly remove: readonly ListPair[];
  readonly add: readonly { readonly mentor: Person; readonly mentee: Person }[];
}

/** Somebody of the draft who has a place: left over, or in a pair with a place to spare; `role` says on which side, or `both`. */
export interface FreePerson {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

/** As many pairs as can stand in a ring. */
const mostPairs = 4;

/**
 * The changes that the chosen pairs and the chosen people who have a place allow, the most useful first; none where they have nothing to
 * exchange. `every`: all pairs of the draft.
 */
export function handMoves(
  pairs: readonly ListPair[],
  people: readonly FreePerson[],
  every: readonly ListPair[],
): readonly HandMove[] {
  const [first, second] = pairs;
  const [one, other, ...morePeople] = people;
  if (pairs.length > mostPairs || morePeople.length > 0) return [];
  const moves = ((): readonly HandMove[] => {
    if (first !== undefined && second !== undefined) return one === undefined ? rings(pairs) : [];
    if (first !== undefined && one !== undefined && other !== undefined)
      return [...between(first, one, other), ...between(first, other, one)];
    if (first !== undefined && one !== undefined) return replacements(first, one);
    if (first !== undefined) return [{ remove: [first], add: [] }];
    return one !== undefined && other !== undefined ? [...together(one, other), ...together(other, one)] : [];
  })();
  return moves.filter((move) => isPossible(move, every));
}

/** Who has no pair after a change and had one before. */
export function aloneAfter({ remove, add }: HandMove, every: readonly ListPair[]): readonly Person[] {
  const placed = new Set(
    [...every.filter((pair) => !remove.includes(pair)), ...add].flatMap(({ mentor, mentee }) => [mentor.id, mentee.id]),
  );
  const apart = new Map(
    remove.flatMap(({ mentor, mentee }) => [mentor, mentee]).map((person) => [person.id, person] as const),
  );
  return [...apart.values()].filter(({ id }) => !placed.has(id));
}

/** Each mentor takes the mentee of the next pair, once for each order in which the pairs can stand in a ring: two pairs are swapped. */
function rings(pairs: readonly ListPair[]): readonly HandMove[] {
  const [first, ...rest] = pairs;
  if (first === undefined) return [];
  return orders(rest).map((order) => {
    const ring = [first, ...order];
    return {
      remove: pairs,
      add: ring.map(({ mentor }, place) => ({ mentor, mentee: (ring[place + 1] ?? first).mentee })),
    };
  });
}

function orders(pairs: readonly ListPair[]): readonly (readonly ListPair[])[] {
  if (pairs.length === 0) return [[]];
  return pairs.flatMap((pair, place) => orders(pairs.toSpliced(place, 1)).map((rest) => [pair, ...rest]));
}

/** Two people who have a place are both given a partner by taking one pair apart. */
function between(pair: ListPair, mentor: FreePerson, mentee: FreePerson): readonly HandMove[] {
  if (!shares(mentor) || !learns(mentee)) return [];
  const add = [
    { mentor: personOf(mentor), mentee: pair.mentee },
    { mentor: pair.mentor, mentee: personOf(mentee) },
  ];
  return [{ remove: [pair], add }];
}

/** One of a pair goes to somebody else who has a place. */
function replacements(pair: ListPair, person: FreePerson): readonly HandMove[] {
  const asMentor = { mentor: personOf(person), mentee: pair.mentee };
  const asMentee = { mentor: pair.mentor, mentee: personOf(person) };
  return [
    ...(shares(person) ? [{ remove: [pair], add: [asMentor] }] : []),
    ...(learns(person) ? [{ remove: [pair], add: [asMentee] }] : []),
  ];
}

function together(mentor: FreePerson, mentee: FreePerson): readonly HandMove[] {
  if (!shares(mentor) || !learns(mentee)) return [];
  return [{ remove: [], add: [{ mentor: personOf(mentor), mentee: personOf(mentee) }] }];
}

/** Nobody is their own partner, and a change gives pairs that were not there. */
function isPossible({ add }: HandMove, every: readonly ListPair[]): boolean {
  return add.every(
    ({ mentor, mentee }) =>
      mentor.id !== mentee.id && !every.some((pair) => pair.mentor.id === mentor.id && pair.mentee.id === mentee.id),
  );
}

function personOf({ id, name }: FreePerson): Person {
  return { id, name };
}

function shares(person: FreePerson): boolean {
  return person.role !== 'mentee';
}

function learns(person: FreePerson): boolean {
  return person.role !== 'mentor';
}
