import fc from 'fast-check';
import { loadProgramSolver } from '../../../bot/workers/load-program-solver';
import { composePeople, composeSide, inFifths, partsThatDiffer } from '../../../src/pairing/scoring/compose-groups';
import { pairingPolicySchema } from '../../../src/domain/pairing-contract';
import { draftPairs } from '../../../src/pairing/draft-pairs';
import type { SolveProgram } from '../../../src/pairing/aims/solve-program';
import { importablePerson } from '../../../src/people-file/importable-person';
import type { PersonProfile } from '../../../src/domain/participant';
import { aProfile } from '../../helpers/factories/participant';

let solveProgram: SolveProgram;
beforeAll(async () => {
  solveProgram = await loadProgramSolver();
});

const functions = ['Finance', 'Production'] as const;
type Answer = string | undefined;

/** Mentors and mentees of two functions, subjects shared within a function only; each says what `answerOf` tells, or nothing. */
function company(size: number, answerOf: (index: number, role: 'mentor' | 'mentee') => Answer): PersonProfile[] {
  return (['mentor', 'mentee'] as const).flatMap((role) =>
    Array.from({ length: size }, (_, index) => {
      const own = functions[index % 2] as string;
      const topic = ['generative-ai', 'negotiation'][index % 2] as string;
      const gender = answerOf(index, role);
      return aProfile({
        id: `${role}-${String(index)}`,
        role,
        level: role === 'mentor' ? 2 : 8,
        function: own,
        expertise: role === 'mentor' ? [{ topic, level: 1 + (index % 4) }] : [],
        goals: role === 'mentee' ? [{ topic, priority: 1 + (index % 3) }] : [],
        consentDiversity: gender !== undefined,
        ...(gender === undefined ? {} : { gender }),
      });
    }),
  );
}

const drafted = (people: readonly PersonProfile[], percent = 60, locked: readonly (readonly [string, string])[] = []) =>
  draftPairs(people.map(importablePerson), {
    policy: pairingPolicySchema.parse({
      aims: [{ kind: 'mixed', by: 'gender', percent }],
      weights: { otherFunction: 0 },
    }),
    seed: 7,
    hash: (text) => text,
    locked,
    composition: composePeople(people),
    solveProgram,
  });

describe('How a side is made up', () => {
  it('is told in fifths, by the largest remainders', () => {
    expect(inFifths({ woman: 3, man: 2 })).toEqual({ man: 2, woman: 3 });
    expect(inFifths({ woman: 6, man: 1 })).toEqual({ man: 1, woman: 4 });
    expect(inFifths({ woman: 20, man: 1 })).toEqual({ woman: 5 });
    expect(partsThatDiffer({ woman: 3, man: 2 }, { woman: 1, man: 4 })).toBe(25 - 3 - 8);
  });

  it('is known of a function from five answers on that are not nearly all alike; nothing is left over that is fewer', () => {
    const finance = { woman: 3, man: 2 };
    expect(composeSide({ finance }, { woman: 2, man: 3 })).toEqual({
      groups: { finance: { man: 2, woman: 3 } },
      rest: { man: 3, woman: 2 },
    });
    expect(composeSide({ finance }, { man: 1 })).toEqual({ groups: {}, rest: { man: 3, woman: 2 } });
    expect(composeSide({ finance, it: { man: 9 } }, {})).toEqual({ groups: {}, rest: { man: 4, woman: 1 } });
    expect(composeSide({ finance: { woman: 4 } }, {})).toBeUndefined();
    expect(composeSide({ finance: { woman: 9 } }, {})).toBeUndefined();
  });

  it('never tells of fewer than five answers, by itself or by a difference', () => {
    const count = fc.nat({ max: 7 });
    const counts = fc.record({ woman: count, man: count, 'non-binary': fc.nat({ max: 2 }) });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), counts), counts, (groups, rest) => {
        const side = composeSide(groups, rest);
        if (side === undefined) return true;
        const size = (one: Record<string, number>): number => Object.values(one).reduce((sum, n) => sum + n, 0);
        const own = Object.keys(side.groups);
        const others = Object.entries(groups).filter(([name]) => !own.includes(name));
        const left = size(rest) + others.reduce((sum, [, one]) => sum + size(one), 0);
        const told = [...Object.values(side.groups), side.rest];
        return (
          own.every((name) => size(groups[name] as Record<string, number>) >= 5) &&
          (left === 0 || left >= 5) &&
          told.every((fifths) => size(fifths) === 5 && Object.keys(fifths).length > 1)
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('An aim of pairs mixed in gender', () => {
  const byFunction = (index: number, role: string): string =>
    (index % 2 === 0) === (role === 'mentor') ? (index % 10 < 2 ? 'man' : 'woman') : index % 10 < 2 ? 'woman' : 'man';

  it('brings pairs of functions that differ, loses no pair, and tells its cost in points', () => {
    const people = company(20, (index) =>
      index % 2 === 0 ? (index < 4 ? 'man' : 'woman') : index < 4 ? 'woman' : 'man',
    );
    const free = draftPairs(people.map(importablePerson), {
      policy: pairingPolicySchema.parse({ weights: { otherFunction: 0 } }),
      seed: 7,
      hash: (text) => text,
    });
    const aimed = drafted(people, 50);
    expect(aimed.pairs).toHaveLength(free.pairs.length);
    expect(aimed.aims).toEqual([
      expect.objectContaining({ met: true, asked: 250, whole: 25, cost: free.total - aimed.total }),
    ]);
    expect(aimed.aims[0]?.reached).toBeGreaterThanOrEqual(250);
    expect(aimed.total).toBeLessThan(free.total);
  });

  it('is refused, in the same way whatever the cause, where a side has fewer than five answers or nearly one', () => {
    const refused = { met: false, reached: 0, asked: 0, cost: 0, refused: 'too-few' };
    for (const answerOf of [
      () => undefined,
      (index: number) => (index < 4 ? byFunction(index, 'mentor') : undefined),
      (index: number, role: string) => (role === 'mentor' ? byFunction(index, role) : undefined),
      () => 'woman',
    ])
      expect(drafted(company(12, answerOf)).aims).toEqual([refused]);
  });

  it('gives the same draft byte for byte when two people of a function change their answers, or whether they answer', () => {
    const answers = fc.array(fc.constantFrom<Answer>('woman', 'man', 'non-binary', undefined), {
      minLength: 40,
      maxLength: 40,
    });
    const person = fc.record({
      role: fc.constantFrom('mentor', 'mentee'),
      at: fc.nat({ max: 9 }),
      half: fc.nat({ max: 1 }),
    });
    fc.assert(
      fc.property(
        answers,
        person,
        fc.nat({ max: 9 }),
        fc.integer({ min: 1, max: 100 }),
        (said, who, other, percent) => {
          const place = (index: number, role: string): number => (role === 'mentor' ? 0 : 20) + index;
          const one = place(2 * who.at + who.half, who.role);
          const two = place(2 * other + who.half, who.role);
          const exchanged = said.map((answer, index) =>
            index === one ? said[two] : index === two ? said[one] : answer,
          );
          const draftOf = (list: readonly Answer[]): string =>
            JSON.stringify(
              drafted(
                company(20, (index, role) => list[place(index, role)]),
                percent,
                [['mentor-0', 'mentee-3']],
              ),
            );
          return draftOf(said) === draftOf(exchanged);
        },
      ),
      { numRuns: 40 },
    );
  });
});
