import fc from 'fast-check';
import type { AssignmentProblem } from '../../../../src/pairing/assignment/assignment';
import { readScoreRows } from '../../../../src/pairing/assignment/read-score-rows';
import { solveAssignment } from '../../../../src/pairing/assignment/solve-assignment';
import { solveKinds } from '../../../../src/pairing/assignment/solve-kinds';
import { solveDensely } from '../../../helpers/dense-assignment';

const forbidden = -2147483648;

interface SideOfKinds {
  readonly kinds: number;
  readonly members: readonly number[];
  /** Places of a member by kind. */
  readonly places: readonly number[];
}

/** At least eight members of a kind on average; kinds may score alike, so that fewer are found. */
const side = (mostPlaces: number): fc.Arbitrary<SideOfKinds> =>
  fc.integer({ min: 1, max: 5 }).chain((kinds) =>
    fc.record({
      kinds: fc.constant(kinds),
      members: fc.array(fc.nat(kinds - 1), { minLength: 8 * kinds, maxLength: 60 }),
      places: fc.array(fc.integer({ min: 0, max: mostPlaces }), { minLength: kinds, maxLength: kinds }),
    }),
  );

const points = fc.oneof(fc.constant(forbidden), fc.integer({ min: -30, max: 30 }));

const problems = (rowPlaces: number, columnPlaces: number): fc.Arbitrary<AssignmentProblem> =>
  fc.tuple(side(rowPlaces), side(columnPlaces)).chain(([rows, columns]) =>
    fc.array(points, { minLength: rows.kinds * columns.kinds, maxLength: rows.kinds * columns.kinds }).map((table) => ({
      rows: rows.members.length,
      columns: columns.members.length,
      score: Int32Array.from(
        rows.members.flatMap((row) => columns.members.map((column) => table[row * columns.kinds + column] as number)),
      ),
      forbidden,
      rowCapacity: rows.members.map((kind) => rows.places[kind] as number),
      columnCapacity: columns.members.map((kind) => columns.places[kind] as number),
    })),
  );

function expectBest(problem: AssignmentProblem): void {
  expect(solveKinds(readScoreRows(problem))).toBeDefined();
  const { edges, total, upperBound, optimal } = solveAssignment(problem);
  const best = solveDensely(problem);
  expect({ edges: edges.length, total }).toEqual({ edges: best.edges.length, total: best.total });
  expect({ upperBound, optimal }).toEqual({ upperBound: total, optimal: true });
  expect(new Set(edges.map((edge) => edge.join(' '))).size).toBe(edges.length);
  for (const [place, capacity] of [
    [0, problem.rowCapacity],
    [1, problem.columnCapacity],
  ] as const) {
    const taken = new Map<number, number>();
    for (const edge of edges) taken.set(edge[place], (taken.get(edge[place]) ?? 0) + 1);
    for (const [index, count] of taken) expect(count).toBeLessThanOrEqual(capacity?.[index] ?? 1);
  }
  for (const [row, column] of edges) expect(problem.score[row * problem.columns + column]).not.toBe(forbidden);
}

describe('rows and columns of a few kinds', () => {
  it('are put together as well as one by one, and proved to be', () => {
    fc.assert(fc.property(problems(1, 1), expectBest), { numRuns: 100, seed: 21 });
  });

  it('may have several places on one side', () => {
    fc.assert(fc.property(problems(3, 1), expectBest), { numRuns: 60, seed: 22 });
    fc.assert(fc.property(problems(1, 3), expectBest), { numRuns: 60, seed: 23 });
  });

  it('are solved one by one where an edge between two of several places could be used twice', () => {
    const problem = {
      rows: 16,
      columns: 16,
      score: new Int32Array(256),
      forbidden,
      rowCapacity: Array.from({ length: 16 }, () => 2),
      columnCapacity: Array.from({ length: 16 }, () => 2),
    };
    expect(solveKinds(readScoreRows(problem))).toBeUndefined();
    expect(solveAssignment(problem).edges).toHaveLength(32);
  });
});
