import fc from 'fast-check';
import { pairingPolicySchema, type PairingAim } from '../../../src/pairing/contract';
import { draftPairs } from '../../../src/pairing/draft-pairs';
import type { PersonProfile } from '../../../src/participant/model';
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

const drafted = (people: readonly PersonProfile[], aims: readonly PairingAim[], locked: [string, string][] = []) =>
  draftPairs(people, {
    policy: pairingPolicySchema.parse({ aims, weights: { otherFunction: 0 } }),
    seed: 7,
    hash: (text) => text,
    locked,
  });

function across(people: readonly PersonProfile[], pairs: ReturnType<typeof drafted>['pairs']): number {
  const functionOf = new Map(people.map((person) => [person.id, person.function]));
  return pairs.filter((pair) => functionOf.get(pair.mentorId) !== functionOf.get(pair.menteeId)).length;
}

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
});
