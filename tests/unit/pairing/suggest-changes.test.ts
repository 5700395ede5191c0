import fc from 'fast-check';
import type { PersonProfile } from '../../../src/domain/participant';
import type { PairingPolicy } from '../../../src/domain/pairing-contract';
import { augmentMatching } from '../../../src/pairing/assignment/augment-matching';
import { solveAssignment } from '../../../src/pairing/assignment/solve-assignment';
import { suggestChanges } from '../../../src/pairing/suggest-changes';
import { draft, mentee, mentor, policyWith } from './person-factory';

const help = (people: readonly PersonProfile[], policy: Partial<PairingPolicy> = {}) => {
  const options = { policy: policyWith(policy), seed: 1 };
  return suggestChanges(people, options, draft(people, options)).map(({ code, placed, values, en }) => ({
    code,
    placed,
    group: values['group'],
    en,
  }));
};
const many = (count: number, make: (id: string) => PersonProfile, prefix: string): readonly PersonProfile[] =>
  Array.from({ length: count }, (_, index) => make(`${prefix}${index}`));

describe('what would place people left over', () => {
  it('says which group more people would have to come from, by choosing again', () => {
    const people = [
      ...many(9, (id) => mentor(id, { languages: ['fr'] }), 'j'),
      ...many(5, (id) => mentee(id, { languages: ['fr'], site: 'Lyon', capacity: 2 }), 's').slice(0, 2),
      ...many(5, (id) => mentee(id, { languages: ['de'], site: 'Berlin' }), 'b'),
      ...many(3, (id) => mentee(id, { languages: ['fr'], site: 'Lyon' }), 'l'),
    ];
    expect(help(people)).toContainEqual({
      code: 'mentee-site',
      placed: 2,
      group: 'Lyon',
      en: 'With 2 more seniors from Lyon, 2 more people would have a pair.',
    });
    expect(help(people).some(({ group }) => group === 'Berlin')).toBe(false);
  });

  it('says which rule binds and what one step less would do', () => {
    const people = [
      ...many(5, (id) => mentor(id, { level: 4 }), 'j'),
      ...many(3, (id) => mentee(id, { level: 5 }), 's'),
      ...many(2, (id) => mentee(id, { level: 6 }), 't'),
    ];
    expect(help(people, { minLevelsAbove: 2 })[0]).toMatchObject({ code: 'level', placed: 6 });
    expect(help(people, { minLevelsAbove: 2 })[0]?.en).toMatch(/one step less/u);
  });

  it('speaks of no group of fewer than five, and of nothing where nobody is left over', () => {
    const small = [...many(6, (id) => mentor(id), 'j'), ...many(4, (id) => mentee(id, { site: 'Lyon' }), 's')];
    expect(help(small).filter(({ group }) => group !== undefined)).toEqual([]);
    expect(help([...many(6, (id) => mentor(id), 'j'), ...many(6, (id) => mentee(id), 's')])).toEqual([]);
  });

  it('reaches as many pairs as the solver does, from any pairs to begin with', () => {
    const matrix = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 })).chain(([rows, columns]) =>
      fc.record({
        rows: fc.constant(rows),
        columns: fc.constant(columns),
        score: fc
          .array(fc.constantFrom(-1, -1, 0, 5), { minLength: rows * columns, maxLength: rows * columns })
          .map((list) => Int16Array.from(list)),
        forbidden: fc.constant(-1),
        rowCapacity: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: rows, maxLength: rows }),
        columnCapacity: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: columns, maxLength: columns }),
      }),
    );
    fc.assert(
      fc.property(matrix, fc.nat({ max: 9 }), (problem, drop) => {
        const { edges } = solveAssignment(problem);
        const reached = augmentMatching(problem, edges.slice(0, Math.max(0, edges.length - drop)), 100);
        expect(reached).toHaveLength(edges.length);
        for (const [row, column] of reached) expect(problem.score[row * problem.columns + column]).not.toBe(-1);
        problem.rowCapacity.forEach((places, row) => {
          expect(reached.filter(([one]) => one === row).length).toBeLessThanOrEqual(places);
        });
      }),
      { numRuns: 500, seed: 11 },
    );
  });
});
