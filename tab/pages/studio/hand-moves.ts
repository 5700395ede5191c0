import type { DraftListPair as ListPair, DraftListPerson as ListPerson } from '../../../src/draft/model';

type Person = ListPair['mentor'];

/** A change by hand that can be asked for: pairs taken apart, people put together, and who is left without a pair. */
export interface HandMove {
  readonly remove: readonly ListPair[];
  readonly add: readonly { readonly mentor: Person; readonly mentee: Person }[];
  /** People left over who are placed by it. */
  readonly free: readonly ListPerson[];
  /** Who has no pair afterwards and had one before. */
  readonly alone: readonly Person[];
}

/** As many as one change may take apart. */
const mostPairs = 4;

/** The changes that the chosen pairs and people left over allow, the most useful first; none where they have nothing to exchange. */
export function handMoves(pairs: readonly ListPair[], people: readonly ListPerson[]): readonly HandMove[] {
  const [first, second] = pairs;
  const [one, other, ...morePeople] = people;
  if (pairs.length > mostPairs || morePeople.length > 0) return [];
  const moves = ((): readonly HandMove[] => {
    if (first !== undefined && second !== undefined) return one === undefined ? rings(pairs) : [];
    if (first !== undefined && one !== undefined && other !== undefined)
      return [...between(first, one, other), ...between(first, other, one)];
    if (first !== undefined && one !== undefined) return replacements(first, one);
    if (first !== undefined) return [{ remove: [first], add: [], free: [], alone: [first.mentor, first.mentee] }];
    return one !== undefined && other !== undefined ? [...together(one, other), ...together(other, one)] : [];
  })();
  return moves.filter(isPossible);
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
      free: [],
      alone: [],
    };
  });
}

function orders(pairs: readonly ListPair[]): readonly (readonly ListPair[])[] {
  if (pairs.length === 0) return [[]];
  return pairs.flatMap((pair, place) => orders(pairs.toSpliced(place, 1)).map((rest) => [pair, ...rest]));
}

/** Two people left over are both placed by taking one pair apart. */
function between(pair: ListPair, mentor: ListPerson, mentee: ListPerson): readonly HandMove[] {
  if (!shares(mentor) || !learns(mentee)) return [];
  const add = [
    { mentor: personOf(mentor), mentee: pair.mentee },
    { mentor: pair.mentor, mentee: personOf(mentee) },
  ];
  return [{ remove: [pair], add, free: [mentor, mentee], alone: [] }];
}

function replacements(pair: ListPair, person: ListPerson): readonly HandMove[] {
  const asMentor = { mentor: personOf(person), mentee: pair.mentee };
  const asMentee = { mentor: pair.mentor, mentee: personOf(person) };
  return [
    ...(shares(person) ? [{ remove: [pair], add: [asMentor], free: [person], alone: [pair.mentor] }] : []),
    ...(learns(person) ? [{ remove: [pair], add: [asMentee], free: [person], alone: [pair.mentee] }] : []),
  ];
}

function together(mentor: ListPerson, mentee: ListPerson): readonly HandMove[] {
  if (!shares(mentor) || !learns(mentee)) return [];
  return [
    {
      remove: [],
      add: [{ mentor: personOf(mentor), mentee: personOf(mentee) }],
      free: [mentor, mentee],
      alone: [],
    },
  ];
}

/** Nobody is their own partner, and a change gives pairs that were not there. */
function isPossible({ remove, add }: HandMove): boolean {
  return add.every(
    ({ mentor, mentee }) =>
      mentor.id !== mentee.id && !remove.some((pair) => pair.mentor.id === mentor.id && pair.mentee.id === mentee.id),
  );
}

function personOf({ id, name }: ListPerson): Person {
  return { id, name };
}

function shares(person: ListPerson): boolean {
  return person.role !== 'mentee';
}

function learns(person: ListPerson): boolean {
  return person.role !== 'mentor';
}
