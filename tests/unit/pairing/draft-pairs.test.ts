import fc from 'fast-check';
import type { PersonProfile } from '../../../src/domain/participant';
import type { PairDraft } from '../../../src/domain/pairing';
import { draft, mentee, mentor, person, policyWith } from './person-factory';

const idsOf = (result: PairDraft): string[] => result.pairs.map((pair) => `${pair.mentorId}-${pair.menteeId}`);
const codesOf = (result: PairDraft, id: string): string[] =>
  result.unpaired.find((one) => one.participantId === id)!.reasons.map((reason) => reason.code);

describe('hard rules of a draft', () => {
  const chain = new Map([
    ['j', 'lead'],
    ['lead', 'boss'],
    ['boss', 'ceo'],
  ]);

  it.each(['lead', 'boss', 'ceo'])(
    'never pairs a mentor with %s, above them at any depth, through people who take no part',
    (above) => {
      const result = draft([mentor('j'), mentee(above)], { reportingLines: chain });
      expect(result.pairs).toEqual([]);
      expect(codesOf(result, 'j')).toEqual(['reporting-line']);
    },
  );

  it('never pairs a mentor with somebody of their own reporting line below', () => {
    expect(codesOf(draft([mentor('boss'), mentee('j')], { reportingLines: chain }), 'boss')).toEqual([
      'reporting-line',
    ]);
  });

  it('never pairs two people under one direct manager, even one who is not in the file', () => {
    const result = draft([mentor('a', { managerId: 'x' }), mentee('b', { managerId: 'x' })]);
    expect(codesOf(result, 'a')).toEqual(['same-manager']);
  });

  it('ends on loops in the reporting lines', () => {
    const result = draft([
      mentor('a', { managerId: 'b' }),
      mentee('b', { managerId: 'c' }),
      mentee('c', { managerId: 'b' }),
    ]);
    expect(result.pairs).toEqual([]);
  });

  const either: [string, Partial<PersonProfile>, Partial<PersonProfile>][] = [
    ['language', { languages: ['fr'] }, { languages: ['en', 'de'] }],
    ['hours', { timeZone: 'Asia/Tokyo' }, {}],
    ['level', { level: 5 }, { level: 5 }],
    ['none', { exclude: ['b'] }, {}],
    ['none', {}, { exclude: ['a'] }],
    ['guest', { guest: true }, {}],
    ['full', {}, { capacity: 0 }],
    ['capacity', { capacity: 0 }, {}],
  ];
  it.each(either)('respects the rule and tells %s', (code, ofMentor, ofMentee) => {
    const result = draft([mentor('a', ofMentor), mentee('b', ofMentee)]);
    expect(result.pairs).toEqual([]);
    expect(codesOf(result, 'a')).toEqual([code]);
    for (const reason of result.unpaired.flatMap((one) => one.reasons)) expect(reason.fr).not.toBe(reason.en);
  });

  it('counts an hour only where it is common in winter and in summer', () => {
    const lateInTokyo = mentor('a', {
      timeZone: 'Asia/Tokyo',
      availability: [{ day: 'mon', from: '16:00', to: '17:00' }],
    });
    const earlyInParis = (from: string): PersonProfile =>
      mentee('b', { availability: [{ day: 'mon', from, to: '10:00' }] });
    expect(draft([lateInTokyo, earlyInParis('09:00')]).pairs).toEqual([]);
    const longer = { ...lateInTokyo, availability: [{ day: 'mon', from: '16:00', to: '18:00' } as const] };
    expect(draft([longer, earlyInParis('09:00')]).pairs).toHaveLength(1);
  });

  it('needs a whole hour without a break', () => {
    const broken = mentor('a', {
      availability: [
        { day: 'mon', from: '09:00', to: '09:45' },
        { day: 'tue', from: '09:00', to: '09:45' },
      ],
    });
    expect(codesOf(draft([broken, mentee('b')]), 'a')).toEqual(['hours']);
  });

  it('joins weeks at Sunday midnight UTC for zones far from Greenwich', () => {
    const window = [{ day: 'mon', from: '08:00', to: '09:00' } as const];
    expect(
      draft([
        mentor('a', { timeZone: 'Pacific/Auckland', availability: window }),
        mentee('b', { timeZone: 'Pacific/Auckland', availability: window }),
      ]).pairs,
    ).toHaveLength(1);
  });

  it('does not propose again who was asked before', () => {
    expect(codesOf(draft([mentor('a'), mentee('b')], { asked: [['a', 'b']] }), 'b')).toEqual(['set-apart']);
  });

  it('follows the policy about teams, guests and the floor', () => {
    const team = { department: 'IT', team: 'Web' };
    expect(
      draft([mentor('a', team), mentee('b', team)], { policy: policyWith({ allowSameTeam: false }) }).pairs,
    ).toEqual([]);
    expect(
      draft([mentor('a', { guest: true }), mentee('b')], { policy: policyWith({ allowGuests: true }) }).pairs,
    ).toHaveLength(1);
    expect(codesOf(draft([mentor('a'), mentee('b')], { policy: policyWith({ minScore: 900 }) }), 'a')).toEqual([
      'floor',
    ]);
  });
});

describe('a draft', () => {
  it('prefers the topics people name, in whatever language', () => {
    const result = draft([
      mentor('ai', { expertise: [{ topic: 'generative-ai', level: 4 }] }),
      mentor('pod', { expertise: [{ topic: 'podcasts', level: 3 }] }),
      mentee('x', { goals: [{ topic: 'podcasts', priority: 3 }] }),
      mentee('y', { goals: [{ topic: 'prompting', priority: 3 }] }),
    ]);
    expect(idsOf(result)).toEqual(['ai-y', 'pod-x']);
    expect(result.pairs[1]?.topics).toEqual(['podcasts']);
    expect(result.pairs[1]?.parts[0]?.reason).toEqual({
      fr: 'Sujets en commun\u00a0: Podcasts et audio.',
      en: 'Topics in common: Podcasts and audio.',
    });
  });

  it('keeps words of their own out of what is told', () => {
    const own = 'own:jardins-partagés';
    const result = draft([
      mentor('a', { expertise: [{ topic: own, level: 4 }] }),
      mentee('b', { goals: [{ topic: 'own:jardins-partages', priority: 3 }] }),
    ]);
    expect(result.pairs[0]?.parts[0]).toMatchObject({ part: 'topics', points: 500 });
    expect(JSON.stringify(result)).not.toContain('jardins');
  });

  it('never counts age or gender', () => {
    const people = [mentor('a'), mentee('b'), mentee('c')];
    const diverse = people.map((one, index) => ({
      ...one,
      gender: 'fmx'[index]!,
      ageBand: String(index),
      consentDiversity: true,
    }));
    expect(draft(diverse).pairs).toEqual(draft(people).pairs);
  });

  it('puts two people who take either role together once', () => {
    const result = draft([person('a', { role: 'both' }), person('b', { role: 'both' })]);
    expect(result.pairs).toHaveLength(1);
  });

  it.each([
    ['an odd number of people', [mentor('a'), mentor('b'), mentee('c')], [], 1],
    ['nobody who may be paired', [mentor('a', { languages: ['fr'] }), mentee('b', { languages: ['de'] })], [], 0],
    [
      'everybody asked before',
      [mentor('a'), mentee('b'), mentee('c')],
      [
        ['a', 'b'],
        ['a', 'c'],
      ],
      0,
    ],
    ['no place left', [mentor('a', { capacity: 0 }), mentee('b')], [], 0],
  ] as const)('F67: with %s ends, forces no pair, and tells everybody left over why', (_what, people, asked, pairs) => {
    const result = draft([...people], { asked: asked.map(([one, two]) => [one, two] as const) });
    expect(result.pairs).toHaveLength(pairs);
    const paired = result.pairs.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]);
    expect(new Set(paired).size).toBe(paired.length);
    const left = people.map(({ id }) => id).filter((id) => !paired.includes(id));
    expect(result.unpaired.map(({ participantId }) => participantId).toSorted()).toEqual(left);
    for (const { reasons } of result.unpaired) expect(reasons.length).toBeGreaterThan(0);
  });

  it('gives no pair to a person alone, and says so', () => {
    expect(codesOf(draft([mentor('a')]), 'a')).toEqual(['nobody']);
    expect(draft([])).toMatchObject({ pairs: [], unpaired: [], total: 0, upperBound: 0, optimal: true });
  });

  it('tells last that places ran out, after the rules', () => {
    const result = draft([mentor('a'), mentor('c'), mentee('b'), mentee('d', { languages: ['de'] })]);
    expect(codesOf(result, idsOf(result)[0] === 'a-b' ? 'c' : 'a')).toEqual(['language', 'none']);
  });

  it('lets the seed, never the name, decide between equals', () => {
    const people = Array.from({ length: 12 }, (_, index) => (index < 8 ? mentor(`m${index}`) : mentee(`s${index}`)));
    const chosen = new Set(Array.from({ length: 20 }, (_, seed) => idsOf(draft(people, { seed })).join()));
    expect(chosen.size).toBeGreaterThan(10);
  });

  const languages = fc.subarray(['fr', 'en', 'de'], { minLength: 1 });
  const topics = ['generative-ai', 'prompting', 'podcasts', 'climate', 'own:x'];
  const people = fc
    .array(
      fc.record({
        role: fc.constantFrom('mentor', 'mentee', 'both'),
        languages,
        timeZone: fc.constantFrom('Europe/Paris', 'America/Toronto', 'Asia/Tokyo', 'Asia/Kathmandu'),
        level: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
        capacity: fc.integer({ min: 0, max: 3 }),
        site: fc.constantFrom('Lyon', 'Paris', undefined),
        expertise: fc.uniqueArray(
          fc.record({ topic: fc.constantFrom(...topics), level: fc.integer({ min: 1, max: 4 }) }),
          { maxLength: 3, selector: (one) => one.topic },
        ),
        goals: fc.uniqueArray(
          fc.record({ topic: fc.constantFrom(...topics), priority: fc.integer({ min: 1, max: 3 }) }),
          { maxLength: 3, selector: (one) => one.topic },
        ),
        manager: fc.option(fc.nat({ max: 11 }), { nil: undefined }),
      }),
      { maxLength: 12 },
    )
    .map((rows) =>
      rows.map(({ manager, level, site, ...row }, index) =>
        person(`p${index}`, {
          ...row,
          role: row.role as 'mentor',
          ...(level && { level }),
          ...(site && { site }),
          ...(manager !== undefined && { managerId: `p${manager}` }),
        }),
      ),
    );

  it('holds its promises for any people', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 0, max: 1000 }), (group, seed) => {
        const result = draft(group, { seed });
        expect(draft([...group].reverse(), { seed })).toEqual(result);
        expect(result.optimal).toBe(true);
        expect(result.upperBound).toBe(result.total);
        expect(result.pairs.reduce((sum, pair) => sum + pair.score, 0)).toBe(result.total);
        const byId = new Map(group.map((one) => [one.id, one]));
        const above = (id: string, seen = new Set<string>()): Set<string> => {
          const manager = byId.get(id)?.managerId;
          return manager === undefined || seen.has(manager) ? seen : above(manager, seen.add(manager));
        };
        for (const pair of result.pairs) {
          expect(pair.parts.reduce((sum, part) => sum + part.points, 0)).toBe(pair.score);
          expect(above(pair.mentorId).has(pair.menteeId) || above(pair.menteeId).has(pair.mentorId)).toBe(false);
          const [one, other] = [byId.get(pair.mentorId)!, byId.get(pair.menteeId)!];
          expect(one.languages.some((language) => other.languages.includes(language))).toBe(true);
          expect(one.role !== 'mentee' && other.role !== 'mentor' && one.id !== other.id).toBe(true);
        }
        for (const one of group) {
          expect(result.pairs.filter((pair) => pair.mentorId === one.id).length).toBeLessThanOrEqual(one.capacity);
          expect(result.pairs.filter((pair) => pair.menteeId === one.id).length).toBeLessThanOrEqual(one.capacity);
        }
        const placed = new Set(result.pairs.flatMap((pair) => [pair.mentorId, pair.menteeId]));
        expect(result.unpaired.map((left) => left.participantId).sort()).toEqual(
          group
            .map((one) => one.id)
            .filter((id) => !placed.has(id))
            .sort(),
        );
        for (const left of result.unpaired) expect(left.reasons.length).toBeGreaterThan(0);
      }),
      { numRuns: 150, seed: 21 },
    );
  });

  it('depends on people and policy in its input hash, not on the seed', () => {
    const group = [mentor('a'), mentee('b')];
    expect(draft(group, { seed: 5 }).inputHash).toBe(draft(group).inputHash);
    expect(draft([mentor('a', { site: 'Lyon' }), group[1]!]).inputHash).not.toBe(draft(group).inputHash);
    expect(draft(group, { policy: policyWith({ minScore: 1 }) }).inputHash).not.toBe(draft(group).inputHash);
  });
});

describe('what HR may ask of a draft', () => {
  const four = [mentor('a'), mentor('c'), mentee('b'), mentee('d')];

  it('keeps the pairs that are locked, with their places, and counts them in the total', () => {
    const chosen = draft(four);
    const other: readonly [string, string] = idsOf(chosen).includes('a-b') ? ['a', 'd'] : ['a', 'b'];
    const result = draft(four, { locked: [other] });
    expect(idsOf(result)).toContain(other.join('-'));
    expect(result.pairs).toHaveLength(2);
    expect(result.pairs.reduce((sum, pair) => sum + pair.score, 0)).toBe(result.total);
    expect(result).toMatchObject({ optimal: true, refusedLocks: [] });
    expect(result.inputHash).not.toBe(chosen.inputHash);
  });

  it('refuses a locked pair that a rule forbids, with the reason, and goes on without it', () => {
    const people = [mentor('a', { languages: ['fr'] }), mentor('c'), mentee('b', { languages: ['en'] }), mentee('d')];
    const result = draft(people, {
      locked: [
        ['a', 'b'],
        ['c', 'd'],
        ['c', 'b'],
        ['x', 'd'],
        ['d', 'c'],
      ],
    });
    expect(result.refusedLocks.map(({ mentorId, menteeId, code }) => [mentorId, menteeId, code])).toEqual([
      ['a', 'b', 'language'],
      ['c', 'd', 'capacity'],
      ['d', 'c', 'not-enrolled'],
      ['x', 'd', 'unavailable'],
    ]);
    expect(idsOf(result)).toEqual(['a-d', 'c-b']);
  });

  it('locks a pair that was formed before, and never one that was proposed before or that somebody excludes', () => {
    const locked = [['a', 'b']] as const;
    const formerPairs = [['a', 'b', '2026-11-01T09:00:00.000Z']] as const;
    expect(idsOf(draft([mentor('a'), mentee('b')], { locked, formerPairs }))).toEqual(['a-b']);
    const asked = draft([mentor('a'), mentee('b')], { locked, asked: locked });
    expect(asked.refusedLocks).toMatchObject([{ code: 'set-apart' }]);
    const excluded = draft([mentor('a'), mentee('b', { exclude: ['a'] })], { locked });
    expect(excluded.refusedLocks).toMatchObject([{ code: 'set-apart' }]);
  });

  it('puts two people who take either role together once, and loses no pair by it', () => {
    const people = [
      person('a', { role: 'both', exclude: [] }),
      person('b', { role: 'both', exclude: ['c'] }),
      mentee('c'),
    ];
    const result = draft(people, {});
    expect(idsOf(result)).toEqual(['a-c', 'b-a']);
    expect(result.optimal).toBe(true);
  });

  it('locks two people who are both once', () => {
    const both = [person('a', { role: 'both', capacity: 2 }), person('b', { role: 'both', capacity: 2 })];
    const result = draft(both, {
      locked: [
        ['a', 'b'],
        ['b', 'a'],
      ],
    });
    expect(idsOf(result)).toEqual(['a-b']);
    expect(result.refusedLocks).toMatchObject([{ mentorId: 'b', code: 'same-person' }]);
  });

  it('keeps apart in either direction', () => {
    expect(draft([mentor('a'), mentee('b')], { apart: [['b', 'a']] }).pairs).toEqual([]);
  });

  it('lifts the worst-off pair before the total, and never loses a pair for it', () => {
    const goal = (topic: string): PersonProfile['goals'] => [{ topic, priority: 3 }];
    const people = [
      mentor('a', {
        expertise: [
          { topic: 'podcasts', level: 4 },
          { topic: 'circular-economy', level: 3 },
        ],
      }),
      mentor('c', { expertise: [{ topic: 'short-video', level: 3 }] }),
      mentee('b', { goals: goal('podcasts') }),
      mentee('d', { goals: goal('climate') }),
    ];
    expect(idsOf(draft(people, { policy: policyWith({ liftWorst: false }) }))).toEqual(['a-b', 'c-d']);
    const fair = draft(people, { policy: policyWith({ liftWorst: true }) });
    expect(idsOf(fair)).toEqual(['a-d', 'c-b']);
    expect(fair.optimal).toBe(true);
  });

  it('tells how far it is, ends at 1, and can be given up', () => {
    const shares: number[] = [];
    draft(four, { progress: (share) => shares.push(share) });
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(() => draft(four, { cancelled: () => true })).toThrow(
      expect.objectContaining({ code: 'solving-cancelled' }),
    );
  });

  it('leaves out the parts that nobody filled in, and counts who did not say as usual where others did', () => {
    const names = (people: readonly PersonProfile[]): string[] => draft(people).pairs[0]!.parts.map(({ part }) => part);
    expect(names([mentor('a'), mentee('b')])).toEqual(['availability', 'language']);
    const told = draft([
      mentor('a', { teachingStyle: ['by-doing'], pedagogy: 4 }),
      mentee('b', { learningStyle: ['by-doing', 'by-talking'], openness: 1 }),
    ]).pairs[0]!.parts;
    expect(told.map(({ part, points }) => [part, points]).slice(0, 3)).toEqual([
      ['teaching', 100],
      ['pedagogy', 50],
      ['openness', 13],
    ]);
    expect(told[0]!.reason.en).toBe('A way of learning that suits both: by doing.');
    expect(
      told
        .slice(1, 3)
        .map(({ reason }) => reason.en)
        .join(),
    ).not.toMatch(/\d/u);
  });
});
