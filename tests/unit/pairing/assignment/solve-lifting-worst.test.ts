import fc from 'fast-check';
import type { AssignmentProblem } from '../../../../src/pairing/assignment/assignment';
import { solveAssignment } from '../../../../src/pairing/assignment/solve-assignment';
import { solveLiftingWorst } from '../../../../src/pairing/assignment/solve-lifting-worst';
import { forbidden, isAllowed, problemOf, problems } from '../../../helpers/assignment-problems';
import { solveDensely } from '../../../helpers/dense-assignment';

const without = (problem: AssignmentProblem, floor: number): AssignmentProblem => ({
  ...problem,
  score: problem.score.map((points) => (points < floor ? forbidden : points)),
});

const scoresOf = (problem: AssignmentProblem, edges: readonly (readonly [number, number])[]): number[] =>
  edges.map(([row, column]) => problem.score[row * problem.columns + column]!);

describe('assignment that lifts the worst off first', () => {
  it('has as many edges as any, the greatest least score and then the greatest total', () => {
    fc.assert(
      fc.property(problems({ most: 8 }, true), (problem) => {
        const solved = solveLiftingWorst(problem);
        const most = solveDensely(problem).edges.length;
        const floors = [...new Set(problem.score)].filter((points) => points !== forbidden).sort((a, b) => b - a);
        const floor = floors.find((one) => solveDensely(without(problem, one)).edges.length === most) ?? forbidden;
        expect(isAllowed(problem, solved.edges)).toBe(true);
        expect(solved.edges).toHaveLength(most);
        if (most > 0) expect(Math.min(...scoresOf(problem, solved.edges))).toBeGreaterThanOrEqual(floor);
        expect(solved.total).toBe(solveDensely(without(problem, floor)).total);
        expect(solved.optimal).toBe(true);
      }),
      { numRuns: 400, seed: 31 },
    );
  });

  it('gives up points of the total for the pair that is worst off', () => {
    const problem = problemOf([
      [100, 40],
      [40, 1],
    ]);
    expect(scoresOf(problem, solveAssignment(problem).edges)).toEqual([100, 1]);
    expect(scoresOf(problem, solveLiftingWorst(problem).edges)).toEqual([40, 40]);
  });

  it('never tells less of the way than before, and stops when it is told to', () => {
    const problem = problemOf([
      [100, 40],
      [40, 1],
    ]);
    const shares: number[] = [];
    solveLiftingWorst(problem, { progress: (share) => shares.push(share) });
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(() => solveLiftingWorst(problem, { cancelled: () => true })).toThrow(
      expect.objectContaining({ code: 'solving-cancelled' }),
    );
  });
});
