import fc from 'fast-check';
import { loadProgramSolver } from '../../../bot/workers/load-program-solver';
import { pairingPolicySchema, type PairingAim } from '../../../src/domain/pairing-contract';
import { draftPairs } from '../../../src/pairing/draft-pairs';
import type { SolveProgram } from '../../../src/pairing/aims/solve-program';
import type { PersonProfile } from '../../../src/domain/participant';
import { aProfile } from '../../helpers/factories/participant';

const functions = ['Finance', 'Marketing', 'Production'] as const;

/** As many mentors as mentees; subjects are shared within a function only, so that the total alone would mix nobody. */
function company(size: number): readonly PersonProfile[] {
  return Array.from({ length: size }, (_, index) => {
    const own = functions[index % functions.length] ?? 'Finance';
    const topic = ['generative-ai', 'cybersecurity', 'negotiation'][index % functions.length] ?? 'generative-ai';
    return [
      aProfile({ id: `M${String(index)}`, function: own, department: own, expertise: [{ topic, level: 4 }] }),
      aProfile({
        id: `S${String(index)}`,
        role: 'mentee',
        level: 8,
        function: own,
        department: own,
        expertise: [],
        goals: [{ topic, priority: 3 }],
      }),
    ];
  }).flat();
}

const drafted = (
  people: readonly PersonProfile[],
  aims: readonly PairingAim[],
  locked: [string, string][] = [],
  weights: object = {},
) =>
  draftPairs(people, {
    policy: pairingPolicySchema.parse({ aims, weights: { otherFunction: 0, ...weights } }),
    seed: 7,
    hash: (text) => text,
    locked,
  });

function across(people: readonly PersonProfile[], pairs: ReturnType<typeof drafted>['pairs']): number {
  const functionOf = new Map(people.map((person) => [person.id, person.function]));
  return pairs.filter((pair) => functionOf.get(pair.mentorId) !== functionOf.get(pair.menteeId)).length;
}

let solveProgram: SolveProgram;
beforeAll(async () => {
  solveProgram = await loadProgramSolver();
});

describe('An aim of the policy', () => {
  it('brings the share of pairs across functions that HR asks for, loses no pair, and says what it costs', () => {
    const people = company(12);
    const free = drafted(people, []);
    expect(across(people, free.pairs)).toBe(0);
    const aimed = drafted(people, [{ kind: 'across', by: 'function', percent: 50 }]);
    expect(aimed.pairs).toHaveLength(free.pairs.length);
    expect(across(people, aimed.pairs)).toBeGreaterThanOrEqual(6);
    expect(aimed.aims).toEqual([
      {
        met: true,
        reached: across(people, aimed.pairs),
        asked: 6,
        cost: free.total - aimed.total,
        gap: expect.any(Number) as number,
      },
    ]);
    expect(aimed.total).toBeLessThan(free.total);
  });

  it('counts pairs that HR keeps', () => {
    const people = company(6);
    const aimed = drafted(people, [{ kind: 'across', by: 'function', percent: 50 }], [['M0', 'S1']]);
    expect(aimed.aims).toMatchObject([{ met: true, asked: 3, reached: across(people, aimed.pairs) }]);
    expect(across(people, aimed.pairs)).toBeGreaterThanOrEqual(3);
  });

  it('keeps the pairs of one department to the number HR allows, as far as no pair is lost', () => {
    const people = [...company(6), aProfile({ id: 'M9', function: 'Production', department: 'Production' })];
    const aimed = drafted(people, [{ kind: 'at-most', side: 'mentor', department: 'finance', pairs: 1 }]);
    const department = new Map(people.map((person) => [person.id, person.department]));
    expect(aimed.pairs).toHaveLength(6);
    expect(aimed.pairs.filter((pair) => department.get(pair.mentorId) === 'Finance')).toHaveLength(1);
  });

  it('that cannot be met says how near any choice comes', () => {
    const people = company(6).map((person) => ({ ...person, function: 'Finance' }));
    const aimed = drafted(people, [{ kind: 'across', by: 'function', percent: 20 }]);
    expect(aimed.pairs).toHaveLength(6);
    expect(aimed.aims).toMatchObject([{ met: false, reached: 0, asked: 2 }]);
  });

  it('never costs a pair, whatever the share', () => {
    const people = company(9);
    const most = drafted(people, []).pairs.length;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), (percent) => {
        const aimed = drafted(people, [{ kind: 'across', by: 'function', percent }]);
        expect(aimed.pairs).toHaveLength(most);
        expect(aimed.aims[0]?.cost).toBeGreaterThanOrEqual(0);
        expect(aimed.aims[0]?.met).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('is not met where HR keeps more pairs of a department than it allows', () => {
    const aim: PairingAim = { kind: 'at-most', side: 'mentor', department: 'Finance', pairs: 1 };
    const kept = drafted(
      company(6),
      [aim],
      [
        ['M0', 'S0'],
        ['M3', 'S3'],
      ],
    );
    expect(kept.aims).toMatchObject([{ met: false, reached: 2, asked: 1, fights: [] }]);
  });
});

describe('Several aims of the policy', () => {
  const sites = (size: number) =>
    company(size).map((person, index) => ({ ...person, site: ['Lyon', 'Paris'][(index >> 1) % 2] ?? 'Lyon' }));
  const aims: readonly PairingAim[] = [
    { kind: 'across', by: 'function', percent: 50 },
    { kind: 'across', by: 'site', percent: 75 },
    { kind: 'at-most', side: 'mentor', department: 'Finance', pairs: 3 },
  ];
  const all = (people: readonly PersonProfile[], of = aims, more: object = {}, locked: [string, string][] = []) =>
    draftPairs(people, {
      policy: pairingPolicySchema.parse({ aims: of, weights: { otherFunction: 0, otherSite: 0 }, ...more }),
      seed: 7,
      hash: (text) => text,
      locked,
      solveProgram,
    });

  it('are met together, lose no pair, and each says what it costs beside the others', () => {
    const people = sites(12);
    const free = all(people, []);
    const aimed = all(people, aims.slice(0, 2));
    expect(aimed.pairs).toHaveLength(free.pairs.length);
    expect(across(people, aimed.pairs)).toBeGreaterThanOrEqual(6);
    expect(aimed.aims).toMatchObject([
      { met: true, asked: 6, reached: across(people, aimed.pairs) },
      { met: true, asked: 9 },
    ]);
    expect(aimed.totalWithoutAims).toBe(free.total);
    for (const [index, { cost }] of aimed.aims.entries())
      expect(aimed.total + cost).toBe(drafted(people, [aims[1 - index]!], [], { otherSite: 0 }).total);
  });

  it('count pairs that HR keeps, and give the same pairs whatever the order of the people', () => {
    const people = sites(9);
    const locked: [string, string][] = [['M0', 'S3']];
    const once = all(people, aims, {}, locked);
    expect(once.pairs.some((pair) => pair.mentorId === 'M0' && pair.menteeId === 'S3')).toBe(true);
    expect(once.aims[0]).toMatchObject({ asked: 5, reached: across(people, once.pairs) });
    expect(all([...people].reverse(), aims, {}, locked)).toEqual(once);
  });

  it('say which of them fight where they cannot all be met, and those alone', () => {
    const people = sites(12).filter(({ id }) => !['S6', 'S7', 'S8', 'S9', 'S10', 'S11'].includes(id));
    const oneOf = (department: string): PairingAim => ({ kind: 'at-most', side: 'mentor', department, pairs: 1 });
    const aimed = all(people, [
      { kind: 'across', by: 'function', percent: 10 },
      oneOf('Finance'),
      oneOf('Marketing'),
      oneOf('Production'),
    ]);
    expect(aimed.pairs).toHaveLength(6);
    expect(aimed.optimal).toBe(false);
    expect(aimed.aims.map(({ fights }) => fights)).toEqual([undefined, [2, 3], [1, 3], [1, 2]]);
    expect(aimed.aims.slice(1).reduce((missed, { reached, asked }) => missed + Math.max(0, reached - asked), 0)).toBe(
      3,
    );
  });

  it('lift the worst-off pair no further than they allow', () => {
    const people = sites(9);
    const aimed = all(people, aims.slice(0, 1), { liftWorst: true });
    expect(aimed.aims).toMatchObject([{ met: true }]);
    const worst = (pairs: typeof aimed.pairs) => Math.min(...pairs.map(({ score }) => score));
    expect(worst(aimed.pairs)).toBeGreaterThanOrEqual(worst(drafted(people, aims.slice(0, 1)).pairs));
  });

  it('need a solver of programmes', () => {
    expect(() => drafted(company(4), aims)).toThrow(expect.objectContaining({ code: 'program-solver-missing' }));
  });
});

describe('How far a search with several aims says it is', () => {
  it('never falls, ends whole, and moves on with each aim whose cost is looked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 9, max: 24 }), fc.integer({ min: 10, max: 60 }), (size, percent) => {
        const aims: PairingAim[] = [
          { kind: 'across', by: 'function', percent },
          { kind: 'at-most', side: 'mentor', department: 'Finance', pairs: Math.ceil(size / 4) },
          { kind: 'at-most', side: 'mentee', department: 'Marketing', pairs: Math.ceil(size / 4) },
          { kind: 'at-most', side: 'mentee', department: 'Production', pairs: size },
        ];
        const shares: number[] = [];
        draftPairs(company(size), {
          policy: pairingPolicySchema.parse({ aims, weights: { otherFunction: 0 } }),
          seed: 7,
          hash: (text) => text,
          solveProgram,
          progress: (share) => shares.push(share),
        });
        expect(shares).toEqual([...shares].sort((a, b) => a - b));
        expect(shares.at(-1)).toBe(1);
        // Solving is from 0.3 to 0.9; the four costs are its second half, in equal parts.
        for (const aim of [0, 1, 2, 3]) {
          const begins = 0.3 + 0.6 * (0.5 + aim * 0.125);
          expect(shares.some((share) => Math.abs(share - begins) < 1e-9)).toBe(true);
        }
      }),
      { numRuns: 6 },
    );
  });
});
