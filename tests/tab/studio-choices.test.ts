import type { DraftListPair, DraftListPerson } from '../../src/draft/model';
import { presetPolicy } from '../../src/pairing/policy';
import { changedMentors } from '../../tab/pages/studio/changed-mentors';
import { differenceOf, differingParts, pairKeys, withApart, withLock } from '../../tab/pages/studio/choice-sets';
import { handMoves } from '../../tab/pages/studio/hand-moves';
import { allPairs, choosePairs, searchable } from '../../tab/pages/studio/pair-view';

function pair(mentor: string, mentee: string, overrides: Partial<DraftListPair> = {}): DraftListPair {
  return {
    mentor: { id: mentor, name: `Junior ${mentor}` },
    mentee: { id: mentee, name: `Sénior ${mentee}` },
    score: 70,
    topics: [],
    part: 0,
    ...overrides,
  };
}
function person(id: string, role: string): DraftListPerson {
  return { id, name: `Person ${id}`, role, part: 0 };
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
    const [move] = handMoves([pair('a', 'x'), pair('b', 'y')], []);
    expect(move?.add.map(({ mentor, mentee }) => [mentor.id, mentee.id])).toEqual([
      ['a', 'y'],
      ['b', 'x'],
    ]);
    expect(handMoves([pair('a', 'x'), pair('a', 'y')], [])).toEqual([]);
    expect(handMoves([pair('a', 'x'), pair('x', 'y')], [])).toEqual([]);
  });

  it('pass the mentees on in a ring among three or four pairs, each possible ring once', () => {
    const pairs = ['a', 'b', 'c', 'd'].map((id) => pair(id, id.toUpperCase()));
    const rings = (count: number): readonly string[] =>
      handMoves(pairs.slice(0, count), []).map(({ add }) =>
        add
          .map(({ mentor, mentee }) => mentor.id + mentee.id)
          .toSorted()
          .join(' '),
      );
    expect(rings(3)).toEqual(['aB bC cA', 'aC bA cB']);
    expect(new Set(rings(4)).size).toBe(6);
    expect(rings(4).every((ring) => !/aA|bB|cC|dD/u.test(ring))).toBe(true);
    expect(handMoves([...pairs, pair('e', 'E')], [])).toEqual([]);
  });

  it('take one pair apart, and say who is left without one', () => {
    expect(handMoves([pair('a', 'x')], [])).toMatchObject([{ add: [], alone: [{ id: 'a' }, { id: 'x' }] }]);
  });

  it('put somebody left over in the place of their own side only, in either where they are both', () => {
    const replaced = (role: string): unknown =>
      handMoves([pair('a', 'x')], [person('p', role)]).map(({ alone }) => alone.map(({ id }) => id));
    expect(replaced('mentor')).toEqual([['a']]);
    expect(replaced('mentee')).toEqual([['x']]);
    expect(replaced('both')).toEqual([['a'], ['x']]);
  });

  it('put two people left over together, or place both by taking one pair apart', () => {
    const people = [person('q', 'mentee'), person('p', 'mentor')];
    expect(handMoves([], people)).toMatchObject([{ remove: [], add: [{ mentor: { id: 'p' }, mentee: { id: 'q' } }] }]);
    const [between] = handMoves([pair('a', 'x')], people);
    expect(between?.add.map(({ mentor, mentee }) => [mentor.id, mentee.id])).toEqual([
      ['p', 'x'],
      ['a', 'q'],
    ]);
    expect(between?.free.map(({ id }) => id).toSorted()).toEqual(['p', 'q']);
    expect(handMoves([], [person('p', 'mentor'), person('r', 'mentor')])).toEqual([]);
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
