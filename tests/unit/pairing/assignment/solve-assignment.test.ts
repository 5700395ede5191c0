import fc from 'fast-check';
import highsLoader from 'highs';
import type { AssignmentProblem } from '../../../../src/pairing/assignment/assignment';
import { boundScoreRows } from '../../../../src/pairing/assignment/bound-score-rows';
import { readScoreRows } from '../../../../src/pairing/assignment/read-score-rows';
import { solveAssignment } from '../../../../src/pairing/assignment/solve-assignment';
import { chance, forbidden, isAllowed, problemOf, problems } from '../../../helpers/assignment-problems';
import { solveDensely } from '../../../helpers/dense-assignment';
import { bySize } from '../../../helpers/size';

/** Tries every choice of edges, row by row. */
function bruteForce(problem: AssignmentProblem): { edges: number; total: number } {
  const left = Array.from({ length: problem.columns }, (_, column) => problem.columnCapacity?.[column] ?? 1);
  let best = { edges: 0, total: 0 };
  const visit = (row: number, column: number, places: number, edges: number, total: number): void => {
    if (row === problem.rows) {
      if (edges > best.edges || (edges === best.edges && total > best.total)) best = { edges, total };
      return;
    }
    if (column === problem.columns || places === 0) {
      visit(row + 1, 0, problem.rowCapacity?.[row + 1] ?? 1, edges, total);
      return;
    }
    const score = problem.score[row * problem.columns + column]!;
    if (score !== forbidden && left[column]! > 0) {
      left[column]!--;
      visit(row, column + 1, places - 1, edges + 1, total + score);
      left[column]!++;
    }
    visit(row, column + 1, places, edges, total);
  };
  visit(0, 0, problem.rowCapacity?.[0] ?? 1, 0, 0);
  return best;
}

function expectExact(problem: AssignmentProblem): void {
  const solved = solveAssignment(problem);
  expect(isAllowed(problem, solved.edges)).toBe(true);
  expect({ edges: solved.edges.length, total: solved.total }).toEqual(bruteForce(problem));
  expect(solved.upperBound).toBe(solved.total);
  expect(solved.optimal).toBe(true);
}

type Scores = (row: number, column: number) => number | null;

/** Mixes up to 601 rows, or columns, so that no order among them is met as it is. */
const mixed = (index: number, factor = 251): number => (index * factor) % 601;

/** Matrices on which paths are long, choices nested or nearly all scores alike: each was slow at 3,000 by 3,000 in some engine. */
const hardMatrices: readonly (readonly [name: string, scoreOf: Scores])[] = [
  ['allows a triangle of equal scores', (row, column) => (column <= row ? null : 0)],
  ['allows a mixed triangle of equal scores', (row, column) => (mixed(column, 97) <= mixed(row) ? null : 5)],
  [
    'allows a mixed triangle of few distinct scores',
    (row, column) => (mixed(column, 97) <= mixed(row) ? null : (row * 31 + column * 17) % 3),
  ],
  [
    'allows a mixed triangle of many scores',
    (row, column) => (mixed(column, 97) <= mixed(row) ? null : (row * 3571 + column * column * 17) % 1009),
  ],
  [
    'allows nested sets',
    (row, column) =>
      mixed(column, 97) < 601 * (mixed(row) / 601) ** 2 ? (row * row * 31 + column * 577) % 1009 : null,
  ],
  [
    'allows blocks that are not full',
    (row, column) => (row % 7 === (column * 3) % 11 ? (row * row * 31 + column * 577) % 1009 : null),
  ],
  ['allows neighbours only', (row, column) => (Math.abs(row - column) > 1 ? null : (row * 31 + column * 17) % 101)],
  ['holds ranks apart', (row, column) => -Math.abs(mixed(row) - mixed(column))],
  ['holds distances on a line', (row, column) => -Math.abs(((row * 7919) % 10007) - ((column * 104729) % 10007))],
  ['holds squares on a line', (row, column) => -((((row * 79) % 601) - ((column * 353) % 599)) ** 2)],
  [
    'holds distances in a plane',
    (row, column) => -Math.abs(mixed(row) - mixed(column, 97)) - Math.abs(mixed(row, 331) - mixed(column, 17)),
  ],
  ['depends on the sum of row and column', (row, column) => ((row + column) * 7919) % 10007],
  ['is the greater rank', (row, column) => -Math.max(mixed(row), mixed(column, 97))],
  [
    'has a best column for each of a class of rows',
    (row, column) => ((row * 7 + column * 13) % 101 === 0 ? 1000 : (row + column) % 3),
  ],
  [
    'is alike for kinds of rows and columns',
    (row, column) => ((row % 13) * 37 + (column % 17) * 53 + (row % 13) * (column % 17)) % 101,
  ],
  [
    'differs by chance in two points',
    (row, column) => 1_000_000 - ((row * row * 31 + column * column * 17 + row * column * 7) % 3),
  ],
  ['allows nothing', () => null],
];

function expectAsDense(problem: AssignmentProblem): void {
  const solved = solveAssignment(problem);
  const { edges, total } = solveDensely(problem);
  expect(isAllowed(problem, solved.edges)).toBe(true);
  expect({ edges: solved.edges.length, total: solved.total }).toEqual({ edges: edges.length, total });
  expect(solved.upperBound).toBe(solved.total);
  expect(solved.optimal).toBe(true);
}

/** More than any assignment of the problems given to HiGHS can differ by, whose scores are cut to fit its tolerance. */
const edgeWorth = 100_000;

function withSmallScores(problem: AssignmentProblem): AssignmentProblem {
  return { ...problem, score: problem.score.map((points) => (points === forbidden ? points : points % 200)) };
}

function asProgramme({ rows, columns, score, rowCapacity, columnCapacity }: AssignmentProblem): string {
  const terms: string[] = [];
  const inRow = Array.from({ length: rows }, (): string[] => []);
  const inColumn = Array.from({ length: columns }, (): string[] => []);
  score.forEach((points, edge) => {
    if (points === forbidden) return;
    terms.push(`${edgeWorth + points} x${edge}`);
    inRow[Math.floor(edge / columns)]?.push(`x${edge}`);
    inColumn[edge % columns]?.push(`x${edge}`);
  });
  const limits = [
    ...inRow.map((edges, row) => [edges, rowCapacity?.[row] ?? 1] as const),
    ...inColumn.map((edges, column) => [edges, columnCapacity?.[column] ?? 1] as const),
  ].flatMap(([edges, places]) => (edges.length === 0 ? [] : [` ${edges.join(' + ')} <= ${places}`]));
  return [
    'Maximize',
    ` ${terms.length === 0 ? '0 none' : terms.join(' + ')}`,
    'Subject To',
    ...limits,
    'Bounds',
    ...terms.map((term) => ` 0 <= ${term.split(' ')[1] ?? ''} <= 1`),
    'End',
  ].join('\n');
}

const matrices: readonly (readonly [name: string, scoreOf: Scores])[] = [
  ['wants the same columns in every row', (row, column) => 7 * row + 11 * ((column * 37) % 97)],
  ['is the product of row and column', (row, column) => -(row + 1) * (column + 1)],
  ['rises with the product', (row, column) => (row + 1) * (column + 1)],
  ['is the same everywhere', () => 5],
  ['has few distinct scores', (row, column) => (row * row * 31 + column * column * 17 + row * column) % 3],
  [
    'has few distinct scores and few of the best',
    (row, column) => (column % 11 === 0 && row % 3 === 0 ? null : -((row * 7 + column * 13) % 5 || column % 2)),
  ],
  ['allows one column', (row, column) => (column === 3 ? row % 5 : null)],
  ['can be filled in one way only', (row, column) => (column <= row ? null : (row * 31 + column * 17) % 5)],
  ['lets few rows have any', (row, column) => ((row * 13 + column * 7) % 41 === 0 ? column : null)],
  ...hardMatrices,
];

describe('exact assignment', () => {
  it('finds what brute force finds up to six by six, with a bound that meets it', () => {
    fc.assert(fc.property(problems({ most: 6 }, false), expectExact), {
      numRuns: bySize({ small: 400, full: 1500 }),
      seed: 11,
    });
  });

  it('finds what brute force finds at seven by seven', () => {
    fc.assert(fc.property(problems({ least: 7, most: 7 }, false), expectExact), {
      numRuns: bySize({ small: 50, full: 150 }),
      seed: 12,
    });
  });

  it('keeps capacities on both sides and uses an edge at most once', () => {
    fc.assert(fc.property(problems({ most: 4 }, true), expectExact), {
      numRuns: bySize({ small: 500, full: 2000 }),
      seed: 13,
    });
  });

  it('finds what the plain dense method finds, with ties, forbidden edges, unequal sides and capacities', () => {
    fc.assert(fc.property(problems({ most: 25 }, false), expectAsDense), {
      numRuns: bySize({ small: 400, full: 1500 }),
      seed: 15,
    });
    fc.assert(fc.property(problems({ most: 15 }, true), expectAsDense), {
      numRuns: bySize({ small: 400, full: 1500 }),
      seed: 16,
    });
  });

  it.each(matrices)('finds what the plain dense method finds where the matrix %s', (_, scoreOf) => {
    for (const [rows, columns] of [
      [90, 90],
      [70, 110],
      [110, 70],
    ] as const) {
      const scores = Array.from({ length: rows }, (__, row) =>
        Array.from({ length: columns }, (___, column) => scoreOf(row, column)),
      );
      expectAsDense(problemOf(scores));
      const random = chance(rows);
      expectAsDense(
        problemOf(
          scores,
          scores.map(() => random(4)),
          Array.from({ length: columns }, () => random(4)),
        ),
      );
    }
  });

  it.each(hardMatrices)('finds what the plain dense method finds where a larger matrix %s', (_, scoreOf) => {
    for (const [rows, columns] of [
      [420, 420],
      [300, 345],
      [330, 300],
    ] as const)
      expectAsDense(
        problemOf(
          Array.from({ length: rows }, (__, row) =>
            Array.from({ length: columns }, (___, column) => scoreOf(row, column)),
          ),
        ),
      );
  });

  it('finds what HiGHS finds up to forty by forty', async () => {
    const highs = await highsLoader();
    fc.assert(
      fc.property(problems({ least: 20, most: 40 }, true).map(withSmallScores), (problem) => {
        const solved = solveAssignment(problem);
        const best = highs.solve(asProgramme(problem), { output_flag: false });
        expect(best.Status).toBe('Optimal');
        expect(solved.optimal).toBe(true);
        expect(solved.edges.length * edgeWorth + solved.total).toBeCloseTo(best.ObjectiveValue, 3);
      }),
      { numRuns: bySize({ small: 8, full: 15 }), seed: 17 },
    );
  });

  it('pairs both where two forbidden edges tie with two allowed ones of score zero', () => {
    const solved = solveAssignment(
      problemOf([
        [0, null],
        [null, 0],
      ]),
    );
    expect(solved).toMatchObject({
      edges: [
        [0, 0],
        [1, 1],
      ],
      total: 0,
      upperBound: 0,
      optimal: true,
    });
  });

  it.each([-2147483648, -32768, 0, 2, 32767])('is exact whatever number marks a forbidden edge: %i', (marker) => {
    const random = chance(21);
    for (let size = 2; size < 40; size += 3) {
      const score = Int16Array.from({ length: size * size }, () => random(9) - 4);
      const marked = marker < -32768 ? Int32Array.from(score) : score;
      if (Math.abs(marker) > 4) marked.forEach((_, edge) => edge % 3 === 0 && (marked[edge] = marker));
      expectAsDense({ rows: size, columns: size, score: marked, forbidden: marker });
    }
  });

  it('prefers more pairs to a better single one', () => {
    const solved = solveAssignment(
      problemOf([
        [1_000_000, -1_000_000],
        [-1_000_000, null],
      ]),
    );
    expect(solved).toMatchObject({
      edges: [
        [0, 1],
        [1, 0],
      ],
      total: -2_000_000,
    });
  });

  it('gives an empty result where nothing is allowed or nothing is there', () => {
    for (const problem of [problemOf([[null, null]]), problemOf([]), problemOf([[], []]), problemOf([[1]], [0])]) {
      expect(solveAssignment(problem)).toMatchObject({ edges: [], total: 0, upperBound: 0, optimal: true });
    }
  });

  it('never lets the bound fall below a total that can be had, whatever the prices', () => {
    fc.assert(
      fc.property(
        problems({ most: 5 }, true),
        fc.array(fc.integer({ min: -5, max: 5_000_000 }), { minLength: 10, maxLength: 10 }),
        (problem, prices) => {
          const best = bruteForce(problem);
          const bound = boundScoreRows(
            readScoreRows(problem),
            {
              rows: Float64Array.from(prices.slice(0, problem.rows)),
              columns: Float64Array.from(prices.slice(5, 5 + problem.columns)),
            },
            best.edges,
          );
          expect(bound).toBeGreaterThanOrEqual(best.total);
        },
      ),
      { numRuns: bySize({ small: 100, full: 300 }), seed: 14 },
    );
  });

  it('stays exact with large capacities, where a single number could not hold the worth of all edges', () => {
    const rows = 60;
    const scores = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: rows }, (__, column) => ((row * 7919 + column * 104729) % 2_000_001) - 1_000_000),
    );
    const capacity = new Array<number>(rows).fill(1_000_000);
    const solved = solveAssignment(problemOf(scores, capacity, capacity));
    expect(solved.edges).toHaveLength(rows * rows);
    expect(solved.total).toBe(scores.flat().reduce((sum, score) => sum + score, 0));
    expect(solved.optimal).toBe(true);
  });

  it('reads a matrix of two bytes an edge, with its own mark for what is forbidden', () => {
    const problem = problemOf([
      [3, null, 1],
      [2, null, null],
    ]);
    const small = { ...problem, score: Int16Array.of(3, -32768, 1, 2, -32768, -32768), forbidden: -32768 };
    expect(solveAssignment(small)).toEqual(solveAssignment(problem));
    expect(solveAssignment(small).edges).toEqual([
      [0, 2],
      [1, 0],
    ]);
  });

  it('tells how far it is, never less than before, and stops when it is told to', () => {
    const random = chance(4);
    const scores = Array.from({ length: 300 }, () => Array.from({ length: 300 }, () => random(100)));
    const shares: number[] = [];
    solveAssignment(problemOf(scores), { progress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(8);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(() => solveAssignment(problemOf(scores), { cancelled: () => shares.length > 0 })).toThrow(
      expect.objectContaining({ code: 'solving-cancelled' }),
    );
  });
});
