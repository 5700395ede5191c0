import fc from 'fast-check';
import type { AssignmentProblem } from '../../../../src/pairing/assignment/assignment';
import {
  edgesAcross,
  edgesOf,
  countAimedEdges,
  weightIn,
  type EdgeSet,
} from '../../../../src/pairing/aims/count-aimed-edges';
import { solveAssignment } from '../../../../src/pairing/assignment/solve-assignment';
import { solveWithAim, type Aim } from '../../../../src/pairing/aims/solve-with-aim';
import { chance, forbidden, isAllowed, problemOf, problems } from '../../../helpers/assignment-problems';

/** The greatest total of as many edges as possible for every number of them inside the set. */
function totalsByInside(problem: AssignmentProblem, set: EdgeSet): Map<number, number> {
  const left = Array.from({ length: problem.columns }, (_, column) => problem.columnCapacity?.[column] ?? 1);
  let most = 0;
  let best = new Map<number, number>();
  const visit = (edge: number, places: number, count: number, inside: number, total: number): void => {
    if (edge === problem.score.length) {
      if (count > most) [most, best] = [count, new Map<number, number>()];
      if (count === most) best.set(inside, Math.max(best.get(inside) ?? -Infinity, total));
      return;
    }
    const [row, column] = [Math.floor(edge / problem.columns), edge % problem.columns];
    const free = column === 0 ? (problem.rowCapacity?.[row] ?? 1) : places;
    if (problem.score[edge] !== forbidden && free > 0 && left[column]! > 0) {
      left[column]!--;
      visit(edge + 1, free - 1, count + 1, inside + weightIn(set, row, column), total + problem.score[edge]!);
      left[column]!++;
    }
    visit(edge + 1, free, count, inside, total);
  };
  visit(0, 0, 0, 0, 0);
  return best;
}

const aimed = problems({ most: 4 }, true).chain((problem) =>
  fc.record({
    problem: fc.constant(problem),
    rowGroups: fc.array(fc.integer({ min: -1, max: 1 }), { minLength: problem.rows, maxLength: problem.rows }),
    columnGroups: fc.array(fc.integer({ min: -1, max: 1 }), { minLength: problem.columns, maxLength: problem.columns }),
    wanted: fc.oneof(
      fc.record({ atLeast: fc.integer({ min: 0, max: 5 }) }),
      fc.record({ atLeastShare: fc.integer({ min: 0, max: 10_000 }) }),
      fc.record({ atMost: fc.integer({ min: 0, max: 3 }) }),
    ),
  }),
);

describe('assignment with one aim', () => {
  it('chooses as many edges as without it, tells the truth about the aim and never promises less than there is', () => {
    fc.assert(
      fc.property(aimed, ({ problem, rowGroups, columnGroups, wanted }) => {
        const set = edgesAcross(rowGroups, columnGroups);
        const solved = solveWithAim(problem, { edges: set, wanted });
        const free = solveAssignment(problem);
        const totals = [...totalsByInside(problem, set)];
        const fits = ([inside]: readonly [number, number]): boolean =>
          'atMost' in wanted ? inside <= solved.asked : inside >= solved.asked;
        expect(isAllowed(problem, solved.edges)).toBe(true);
        expect(solved.edges).toHaveLength(free.edges.length);
        expect(solved.total).toBe(
          solved.edges.reduce((sum, [row, column]) => sum + problem.score[row * problem.columns + column]!, 0),
        );
        expect(solved.reached).toBe(countAimedEdges(solved.edges, set));
        expect(solved.totalWithoutAim).toBe(free.total);
        expect(solved.met).toBe(totals.some(fits));
        if (solved.met) {
          const best = Math.max(...totals.filter(fits).map(([, total]) => total));
          expect(fits([solved.reached, solved.total])).toBe(true);
          expect(solved.total).toBeLessThanOrEqual(best);
          expect(solved.bound).toBeGreaterThanOrEqual(best);
          if (solved.optimal) expect(solved.total).toBe(best);
        } else {
          const nearest = Math['atMost' in wanted ? 'min' : 'max'](...totals.map(([inside]) => inside));
          expect(solved).toMatchObject({ reached: nearest, bound: undefined, gap: undefined, optimal: false });
          expect(solved.total).toBe(new Map(totals).get(nearest));
        }
      }),
      { numRuns: 1000, seed: 21 },
    );
  });

  it.each([3, 4, 5])('proves a gap of at most a tenth of a percent at a few hundred (%i)', (seed) => {
    const random = chance(seed);
    const size = 250;
    const groups = (): number[] => Array.from({ length: size }, () => Math.min(random(6), random(6)));
    const scores = Array.from({ length: size }, () =>
      Array.from({ length: size }, () => (random(10) < 4 ? null : 5 * random(200))),
    );
    const across = edgesAcross(groups(), groups());
    const aim: Aim = { edges: across, wanted: { atLeastShare: 9500 } };
    const solved = solveWithAim(problemOf(scores), aim);
    expect(solved.met).toBe(true);
    expect(solved.reached).toBeGreaterThanOrEqual(Math.ceil(0.95 * size));
    expect(solved.gap).toBeLessThanOrEqual(0.001);
    expect(solved.total).toBeLessThanOrEqual(solved.totalWithoutAim);
  });

  it('keeps the edges of one group of rows below a number where others can take their place', () => {
    const scores = Array.from({ length: 6 }, (_, row) => [row < 3 ? 9 : 1, row < 3 ? 8 : 1, row < 3 ? 7 : 2]);
    const team = edgesOf('rows', [true, true, true, false, false, false], 3);
    expect(solveWithAim(problemOf(scores), { edges: team, wanted: { atMost: 1 } })).toMatchObject({
      met: true,
      reached: 1,
      total: 12,
      totalWithoutAim: 24,
      optimal: true,
    });
  });

  it('says that an aim cannot be met without losing an edge, and how near one can come', () => {
    const mixed = edgesAcross([0, 0, 1], [0, 0, 0]);
    const scores = [
      [5, 5, 5],
      [5, 5, 5],
      [5, 5, 5],
    ];
    expect(solveWithAim(problemOf(scores), { edges: mixed, wanted: { atLeast: 2 } })).toMatchObject({
      met: false,
      reached: 1,
      asked: 2,
    });
  });

  it('finds out whether an aim can be met where scores are too great for a bonus to outweigh them', () => {
    const size = 700;
    const scores = Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (__, column) =>
        row === column ? 1_000_000 : (row + 1) % size === column ? -1_000_000 : null,
      ),
    );
    const aim: Aim = {
      edges: edgesOf('columns', [], size),
      wanted: { atLeast: 1 },
    };
    const shifted: Aim = {
      edges: {
        rowGroups: Array.from({ length: size }, (_, row) => row),
        columnGroups: Array.from({ length: size }, (_, column) => column),
        weights: Array.from({ length: size }, (_, row) =>
          Array.from({ length: size }, (__, column) => Number(row === 0 && column === 1)),
        ),
      },
      wanted: { atLeast: 1 },
    };
    expect(solveWithAim(problemOf(scores), aim)).toMatchObject({ met: false, reached: 0 });
    expect(solveWithAim(problemOf(scores), shifted)).toMatchObject({ met: true, reached: 1, total: -700_000_000 });
  });

  it('stops when it is told to', () => {
    const problem = problemOf([
      [1, 2],
      [2, 3],
    ]);
    const aim: Aim = { edges: edgesAcross([0, 1], [0, 1]), wanted: { atLeast: 2 } };
    expect(() => solveWithAim(problem, aim, { cancelled: () => true })).toThrow(
      expect.objectContaining({ code: 'solving-cancelled' }),
    );
  });
});
