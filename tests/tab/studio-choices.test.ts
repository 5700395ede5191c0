import type { DraftListPair, DraftListPerson } from '../../src/domain/draft';
import { presetPolicy } from '../../src/pairing/scoring/policy';
import { changedMentors } from '../../tab/pages/studio/changed-mentors';
import { differenceOf, differingParts, pairKeys, withApart, withLock } from '../../tab/pages/studio/choice-sets';
import { aloneAfter, handMoves } from '../../tab/pages/studio/hand-moves';
import { rankMoves } from '../../tab/pages/studio/rank-moves';
import { sparePlaces } from '../../tab/pages/studio/spare-places';
import { allPairs, choosePairs, searchable } from '../../tab/pages/studio/pair-view';

function pair(mentor: string, mentee: string, overrides: Partial<DraftListPair> = {}): DraftListPair {
  return {
    mentor: { id: mentor, name: `Junior ${mentor}` },
    mentee: { id: mentee, name: `Sénior ${mentee}` },
    score: 70,
    topics: [],
    partNumber: 0,
    ...overrides,
  };
}
function person(id: string, role: string): DraftListPerson {
  return { id, name: `Person ${id}`, role, partNumber: 0 };
}
const none = { policy: presetPolicy('blank'), locked: [], apart: [] };

describe('the choices for the next run', () => {
  it('hold each pair once, and never keep together and apart the same two people', () => {
    const locked = { ...none, ...withLock(none, ['a', 'b'], true) };
    expect({ ...locked, ...withLock(locked, ['a', 'b'], true) }.locked).toEqual([['a', 'b']]);
    const apart = { ...locked, ...withApart(locked, ['a', 'b'], true) };
    expect(apart).toMatchObject({ locked: [], apart: [['a', 'b']] });
    expect(withLock(apart, ['a', 'b'], true)).toEqual({ locked: [['a', 'b']], apart: [] });
    expect(withApart(apart, ['a', 'b'], false)).toEqual({ locked: [], apart: [] });
  });

  it('are told by what differs from the draft, and by nothing where nothing does', () => {
    expect(differenceOf(none, { ...none, policy: presetPolicy('blank') })).toBeUndefined();
    const before = { ...none, locked: [['a', 'b'] as [string, string]] };
    const after = { ...none, apart: [['a', 'b'] as [string, string]], policy: { ...none.policy, liftWorst: true } };
    expect(differenceOf(before, after)).toEqual({ locked: 0, unlocked: 1, apart: 1, together: 0, policy: 1 });
  });

  it('name the weights, rules and aims that differ, an aim by what it is about', () => {
    const across = (percent: number) => ({ kind: 'across', by: 'site', percent }) as const;
    const limit = { kind: 'at-most', side: 'mentor', department: 'Finance', pairs: 2 } as const;
    const before = { ...none.policy, aims: [across(50), limit] };
    expect(differingParts(before, { ...none.policy, aims: [limit, across(60)] })).toEqual([
      { kind: 'aim', name: expect.stringContaining('site') as string },
    ]);
    const policy = {
      ...none.policy,
      weights: { ...none.policy.weights, topics: 1 },
      minScore: 12,
    };
    expect(differingParts(none.policy, policy)).toEqual([
      { kind: 'weight', name: 'topics' },
      { kind: 'rule', name: 'minScore' },
    ]);
  });
});

describe('changes by hand', () => {
  it('swap two pairs, unless they share somebody', () => {
    const two = [pair('a', 'x'), pair('b', 'y')];
    const [move] = handMoves(two, [], two);
    expect(move?.add.map(({ mentor, mentee }) => [mentor.id, mentee.id])).toEqual([
      ['a', 'y'],
      ['b', 'x'],
    ]);
    for (const shared of [
      [pair('a', 'x'), pair('a', 'y')],
      [pair('a', 'x'), pair('x', 'y')],
    ])
      expect(handMoves(shared, [], shared)).toEqual([]);
  });

  it('pass the mentees on in a ring among three or four pairs, each possible ring once', () => {
    const pairs = ['a', 'b', 'c', 'd'].map((id) => pair(id, id.toUpperCase()));
    const rings = (count: number): readonly string[] =>
      handMoves(pairs.slice(0, count), [], pairs).map(({ add }) =>
        add
          .map(({ mentor, mentee }) => mentor.id + mentee.id)
          .toSorted()
          .join(' '),
      );
    expect(rings(3)).toEqual(['aB bC cA', 'aC bA cB']);
    expect(new Set(rings(4)).size).toBe(6);
    expect(rings(4).every((ring) => !/aA|bB|cC|dD/u.test(ring))).toBe(true);
    expect(handMoves([...pairs, pair('e', 'E')], [], pairs)).toEqual([]);
  });

  it('take one pair apart, and say who is left without one', () => {
    const one = pair('a', 'x');
    const [move] = handMoves([one], [], [one]);
    expect(move).toEqual({ remove: [one], add: [] });
    expect(aloneAfter(move!, [one]).map(({ id }) => id)).toEqual(['a', 'x']);
    expect(aloneAfter(move!, [one, pair('b', 'x')]).map(({ id }) => id)).toEqual(['a']);
  });

  it('put somebody left over in the place of their own side only, in either where they are both', () => {
    const every = [pair('a', 'x')];
    const replaced = (role: string): unknown =>
      handMoves(every, [person('p', role)], every).map((move) => aloneAfter(move, every).map(({ id }) => id));
    expect(replaced('mentor')).toEqual([['a']]);
    expect(replaced('mentee')).toEqual([['x']]);
    expect(replaced('both')).toEqual([['a'], ['x']]);
  });

  it('put two people left over together, or place both by taking one pair apart', () => {
    const people = [person('q', 'mentee'), person('p', 'mentor')];
    expect(handMoves([], people, [])).toMatchObject([
      { remove: [], add: [{ mentor: { id: 'p' }, mentee: { id: 'q' } }] },
    ]);
    const [between] = handMoves([pair('a', 'x')], people, []);
    expect(between?.add.map(({ mentor, mentee }) => [mentor.id, mentee.id])).toEqual([
      ['p', 'x'],
      ['a', 'q'],
    ]);
    expect(handMoves([], [person('p', 'mentor'), person('r', 'mentor')], [])).toEqual([]);
  });

  it('move somebody to a person who has a place to spare, but not to whom they are with already', () => {
    const list = {
      pairs: [
        pair('a', 'x'),
        pair('b', 'y', { mentee: { id: 'y', name: 'Y', places: 3 } }),
        pair('c', 'z', { mentor: { id: 'c', name: 'C', both: true } }),
      ],
      unpaired: [{ ...person('l', 'mentee'), places: 2 }],
    };
    const spare = sparePlaces(list);
    expect(spare).toEqual([
      { id: 'y', name: 'Y', role: 'mentee', places: 2 },
      { id: 'c', name: 'C', role: 'mentee', places: 1 },
    ]);
    const to = (from: number) => handMoves([list.pairs[from]!], [spare[0]!], list.pairs);
    expect(to(0).map(({ add }) => add.map(({ mentor, mentee }) => mentor.id + mentee.id))).toEqual([['ay']]);
    expect(to(1)).toEqual([]);
  });
});

describe('the partners that are possible for one person', () => {
  const list = {
    pairs: [
      pair('a', 'x', { score: 50 }),
      pair('b', 'y', { score: 60, mentee: { id: 'y', name: 'Y', places: 2 } }),
      pair('c', 'z', { score: 30 }),
      pair('d', 'z', { score: 40, mentee: { id: 'z', name: 'Z', places: 2 } }),
    ],
    unpaired: [person('p', 'mentor'), person('q', 'mentee')],
  };
  const words = (moves: ReturnType<typeof rankMoves>): readonly string[] =>
    moves.map(({ move: { remove, add }, pairs, points }) => {
      const ids = (some: typeof add): string => some.map(({ mentor, mentee }) => mentor.id + mentee.id).join(' ');
      return `-${ids(remove)} +${ids(add)}: ${pairs} ${points}`;
    });
  const free = { person: { id: 'p', name: 'P' }, side: 'mentor' as const };
  const scores = (of: Record<string, number>): ReadonlyMap<string, number> => new Map(Object.entries(of));

  it('come with more pairs first, then with more points; whoever is full gives up the partner of fewest points', () => {
    const moves = rankMoves(list, free, scores({ q: 10, x: 55, y: 20, z: 45, nobody: 99 }));
    expect(words(moves)).toEqual(['- +py: 1 20', '- +pq: 1 10', '-cz +pz: 0 15', '-ax +px: 0 5']);
  });

  it('take somebody out of a pair to whoever has a place, or change partners where no rule is against it', () => {
    const seeker = { person: { id: 'a', name: 'A' }, side: 'mentor' as const, from: list.pairs[0]! };
    const moves = rankMoves(list, seeker, scores({ x: 50, q: 70, y: 80, z: 90 }), scores({ d: 35, b: 1 }));
    expect(words(moves)).toEqual(['-ax dz +az dx: 0 35', '-ax +ay: 0 30', '-ax +aq: 0 20']);
  });

  it('are looked for on the side of the mentees in the same way', () => {
    const seeker = { person: { id: 'q', name: 'Q' }, side: 'mentee' as const };
    expect(words(rankMoves(list, seeker, scores({ p: 5, a: 70 })))).toEqual(['- +pq: 1 5', '-ax +aq: 0 20']);
  });
});

describe('the list of pairs', () => {
  const pairs = [pair('1', 'b', { score: 90 }), pair('2', 'a', { score: 40, byHand: true }), pair('3', 'c')];
  const marks = { locked: pairKeys([['1', 'b']]), apart: pairKeys([['3', 'c']]) };
  const shown = (choice: Partial<typeof allPairs>): readonly string[] =>
    choosePairs(searchable(pairs), { ...allPairs, ...choice }, marks, 'fr').map(({ mentor }) => mentor.id);

  it('begins with the fewest points, and is searched without accents or case', () => {
    expect(shown({})).toEqual(['2', '3', '1']);
    expect(shown({ order: 'points-down' })).toEqual(['1', '3', '2']);
    expect(shown({ order: 'mentee' })).toEqual(['2', '1', '3']);
    expect(shown({ search: 'SENIOR C' })).toEqual(['3']);
  });

  it('shows those that are kept, kept apart, or put together by hand', () => {
    expect(shown({ kind: 'locked' })).toEqual(['1']);
    expect(shown({ kind: 'apart' })).toEqual(['3']);
    expect(shown({ kind: 'by-hand' })).toEqual(['2']);
  });

  it('differs from another by mentor', () => {
    const { same, changed } = changedMentors(pairs, [pair('1', 'b'), pair('2', 'c'), pair('4', 'a')]);
    expect(same).toBe(1);
    expect(changed.map(({ mentor, first, second }) => [mentor.id, first.length, second.length])).toEqual([
      ['2', 1, 1],
      ['3', 1, 0],
      ['4', 0, 1],
    ]);
  });
});
