import fc from 'fast-check';
import type { AssignmentProblem } from '../../../src/pairing/assignment';
import { boundAssignment } from '../../../src/pairing/bound-assignment';
import { solveAssignment } from '../../../src/pairing/solve-assignment';

const forbidden = -2147483648;

function problemOf(
  scores: readonly (readonly (number | null)[])[],
  rowCapacity?: readonly number[],
  columnCapacity?: readonly number[],
): AssignmentProblem {
  const columns = scores[0]?.length ?? 0;
  return {
    rows: scores.length,
    columns,
    score: Int32Array.from(scores.flat().map((score) => score ?? forbidden)),
    forbidden,
    ...(rowCapacity === undefined ? {} : { rowCapacity }),
    ...(columnCapacity === undefined ? {} : { columnCapacity }),
  };
}

/** Tries every choice of cells, row by row. */
function bruteForce(problem: AssignmentProblem): { cells: number; total: number } {
  const left = Array.from({ length: problem.columns }, (_, column) => problem.columnCapacity?.[column] ?? 1);
  let best = { cells: 0, total: 0 };
  const visit = (row: number, column: number, places: number, cells: number, total: number): void => {
    if (row === problem.rows) {
      if (cells > best.cells || (cells === best.cells && total > best.total)) best = { cells, total };
      return;
    }
    if (column === problem.columns || places === 0) {
      visit(row + 1, 0, problem.rowCapacity?.[row + 1] ?? 1, cells, total);
      return;
    }
    const score = problem.score[row * problem.columns + column]!;
    if (score !== forbidden && left[column]! > 0) {
      left[column]!--;
      visit(row, column + 1, places - 1, cells + 1, total + score);
      left[column]!++;
    }
    visit(row, column + 1, places, cells, total);
  };
  visit(0, 0, problem.rowCapacity?.[0] ?? 1, 0, 0);
  return best;
}

function isAllowed(problem: AssignmentProblem, cells: readonly (readonly [number, number])[]): boolean {
  const inRow = new Map<number, number>();
  const inColumn = new Map<number, number>();
  for (const [row, column] of cells) {
    inRow.set(row, (inRow.get(row) ?? 0) + 1);
    inColumn.set(column, (inColumn.get(column) ?? 0) + 1);
  }
  return (
    new Set(cells.map(String)).size === cells.length &&
    cells.every(([row, column]) => problem.score[row * problem.columns + column] !== forbidden) &&
    [...inRow].every(([row, count]) => count <= (problem.rowCapacity?.[row] ?? 1)) &&
    [...inColumn].every(([column, count]) => count <= (problem.columnCapacity?.[column] ?? 1))
  );
}

const scoreKinds = [
  fc.integer({ min: -3, max: 3 }),
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.constantFrom(-1_000_000, 0, 1_000_000),
];

function problems(most: number, withCapacities: boolean): fc.Arbitrary<AssignmentProblem> {
  return fc
    .record({
      rows: fc.integer({ min: 1, max: most }),
      columns: fc.integer({ min: 1, max: most }),
      kind: fc.constantFrom(...scoreKinds),
      freq: fc.integer({ min: 0, max: 4 }),
    })
    .chain(({ rows, columns, kind, freq }) => {
      const cell = fc.oneof({ weight: 4, arbitrary: kind }, { weight: freq, arbitrary: fc.constant(null) });
      const capacities = (count: number): fc.Arbitrary<number[] | undefined> =>
        withCapacities
          ? fc.array(fc.integer({ min: 0, max: 3 }), { minLength: count, maxLength: count })
          : fc.constant(undefined);
      return fc
        .tuple(
          fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
          capacities(rows),
          capacities(columns),
        )
        .map(([scores, rowCapacity, columnCapacity]) => problemOf(scores, rowCapacity, columnCapacity));
    });
}

function expectExact(problem: AssignmentProblem): void {
  const solved = solveAssignment(problem);
  expect(isAllowed(problem, solved.cells)).toBe(true);
  expect({ cells: solved.cells.length, total: solved.total }).toEqual(bruteForce(problem));
  expect(solved.upperBound).toBe(solved.total);
  expect(solved.optimal).toBe(true);
}

describe('exact assignment', () => {
  it('finds what brute force finds up to six by six, with a bound that meets it', () => {
    fc.assert(fc.property(problems(6, false), expectExact), { numRuns: 1500, seed: 11 });
  });

  it('finds what brute force finds at seven by seven', () => {
    fc.assert(fc.property(problems(7, false), expectExact), { numRuns: 150, seed: 12 });
  });

  it('keeps capacities on both sides and uses a cell at most once', () => {
    fc.assert(fc.property(problems(4, true), expectExact), { numRuns: 2000, seed: 13 });
  });

  it('pairs both where two forbidden cells tie with two allowed ones of score zero', () => {
    const solved = solveAssignment(
      problemOf([
        [0, null],
        [null, 0],
      ]),
    );
    expect(solved).toMatchObject({
      cells: [
        [0, 0],
        [1, 1],
      ],
      total: 0,
      upperBound: 0,
      optimal: true,
    });
  });

  it('prefers more pairs to a better single one', () => {
    const solved = solveAssignment(
      problemOf([
        [1_000_000, -1_000_000],
        [-1_000_000, null],
      ]),
    );
    expect(solved).toMatchObject({
      cells: [
        [0, 1],
        [1, 0],
      ],
      total: -2_000_000,
    });
  });

  it('gives an empty result where nothing is allowed or nothing is there', () => {
    for (const problem of [problemOf([[null, null]]), problemOf([]), problemOf([[], []]), problemOf([[1]], [0])]) {
      expect(solveAssignment(problem)).toMatchObject({ cells: [], total: 0, upperBound: 0, optimal: true });
    }
  });

  it('never lets the bound fall below a total that can be had, whatever the prices', () => {
    fc.assert(
      fc.property(
        problems(5, true),
        fc.array(fc.integer({ min: -5, max: 5_000_000 }), { minLength: 10, maxLength: 10 }),
        (problem, prices) => {
          const best = bruteForce(problem);
          const bound = boundAssignment(
            problem,
            {
              rows: Float64Array.from(prices.slice(0, problem.rows)),
              columns: Float64Array.from(prices.slice(5, 5 + problem.columns)),
            },
            best.cells,
          );
          expect(bound).toBeGreaterThanOrEqual(best.total);
        },
      ),
      { numRuns: 300, seed: 14 },
    );
  });

  it('stays exact with large capacities, where a single number could not hold the worth of all cells', () => {
    const rows = 60;
    const scores = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: rows }, (__, column) => ((row * 7919 + column * 104729) % 2_000_001) - 1_000_000),
    );
    const capacity = new Array<number>(rows).fill(1_000_000);
    const solved = solveAssignment(problemOf(scores, capacity, capacity));
    expect(solved.cells).toHaveLength(rows * rows);
    expect(solved.total).toBe(scores.flat().reduce((sum, score) => sum + score, 0));
    expect(solved.optimal).toBe(true);
  });
});
