import fc from 'fast-check';
import highsLoader from 'highs';
import { loadProgramSolver } from '../../../../bot/workers/load-program-solver';
import type { AssignmentProblem, Edge } from '../../../../src/pairing/assignment/assignment';
import { edgesAcross, edgesOf, countAimedEdges, weightIn } from '../../../../src/pairing/aims/count-aimed-edges';
import { liftWorstForAims } from '../../../../src/pairing/aims/lift-worst-for-aims';
import { solveAssignment } from '../../../../src/pairing/assignment/solve-assignment';
import type { SolveProgram } from '../../../../src/pairing/aims/solve-program';
import type { Aim } from '../../../../src/pairing/aims/solve-with-aim';
import { solveWithAims } from '../../../../src/pairing/aims/solve-with-aims';
import { aimedProblems, everyChoice, totalOf } from '../../../helpers/aim-problems';
import { chance, forbidden, isAllowed, problemOf } from '../../../helpers/assignment-problems';
import { bySize } from '../../../helpers/size';

let solveProgram: SolveProgram;
beforeAll(async () => {
  solveProgram = await loadProgramSolver();
});

describe('assignment with several aims', () => {
  it('is as good as looking at every choice: pairs, then what is missed, then the total, and says the truth of each', () => {
    fc.assert(
      fc.property(aimedProblems({ most: 4 }, { min: 1, max: 4 }), ({ problem, aims }) => {
        const solved = solveWithAims(problem, aims, { solveProgram });
        const free = solveAssignment(problem);
        const every = everyChoice(
          problem,
          aims.map(({ edges }) => edges),
        );
        const missing = (index: number, sum: number): number => {
          const { asked } = solved.aims[index]!;
          return Math.max(0, 'atMost' in aims[index]!.wanted ? sum - asked : asked - sum);
        };
        const missed = (sums: readonly number[], of: readonly number[] = aims.map((_, index) => index)): number =>
          of.reduce((sum, index) => sum + (missing(index, sums[index]!) * 25) / aims[index]!.whole!, 0);
        const bestOf = (of: readonly number[]): { readonly missed: number; readonly total: number } => {
          const least = Math.min(...every.map(({ sums }) => missed(sums, of)));
          const total = Math.max(...every.filter(({ sums }) => missed(sums, of) === least).map((one) => one.total));
          return { missed: least, total };
        };
        const best = bestOf(aims.map((_, index) => index));

        expect(isAllowed(problem, solved.edges)).toBe(true);
        expect(solved.edges).toHaveLength(free.edges.length);
        expect(solved.total).toBe(totalOf(problem, solved.edges));
        expect(solved.totalWithoutAims).toBe(free.total);
        expect(missed(solved.aims.map(({ reached }) => reached))).toBe(best.missed);
        expect(solved.total).toBe(best.total);
        expect(solved.optimal).toBe(best.missed === 0);
        expect(solved.bound).toBe(best.missed === 0 ? best.total : undefined);
        for (const [index, { met, reached, cost, fights }] of solved.aims.entries()) {
          expect(reached).toBe(countAimedEdges(solved.edges, aims[index]!.edges));
          expect(met).toBe(missing(index, reached) === 0);
          const others = aims.map((_, other) => other).filter((other) => other !== index);
          expect(cost).toBe(Math.max(0, bestOf(others).total - solved.total));
          if (fights === undefined) continue;
          const set = [index, ...fights];
          expect(bestOf(set).missed).toBeGreaterThan(0);
          for (const one of set) expect(bestOf(set.filter((other) => other !== one)).missed).toBe(0);
        }
        expect(solved.aims.some(({ fights }) => fights !== undefined)).toBe(best.missed > 0);
      }),
      { numRuns: bySize({ small: 40, full: 150 }), seed: 5 },
    );
  });

  it('finds what HiGHS finds by itself up to forty by forty', async () => {
    const highs = await highsLoader();
    let met = 0;
    fc.assert(
      fc.property(aimedProblems({ least: 15, most: 40 }, { min: 1, max: 4 }), ({ problem, aims }) => {
        const solved = solveWithAims(problem, aims, { solveProgram });
        const whole = asProgramme(
          problem,
          aims,
          solved.edges.length,
          solved.aims.map(({ asked }) => asked),
        );
        const best = highs.solve(whole, { output_flag: false, mip_rel_gap: 0 });
        const isMet = solved.aims.every((aim) => aim.met);
        expect(best.Status).toBe(isMet ? 'Optimal' : 'Infeasible');
        if (!isMet) return;
        met++;
        expect(solved.total).toBeLessThanOrEqual(Math.round(best.ObjectiveValue));
        expect(solved.bound).toBeGreaterThanOrEqual(Math.round(best.ObjectiveValue));
        expect(solved.gap).toBeLessThanOrEqual(2e-5);
        if (solved.optimal) expect(solved.total).toBe(Math.round(best.ObjectiveValue));
      }),
      { numRuns: bySize({ small: 8, full: 16 }), seed: 9 },
    );
    expect(met).toBeGreaterThan(4);
  });

  it.each([41, 42])('proves a small gap at a few hundred, the same each time (%i)', (seed) => {
    const { problem, aims } = company(150, seed);
    const [once, again] = [1, 2].map(() => solveWithAims(problem, aims, { solveProgram }));
    expect(once?.aims.map(({ met }) => met)).toEqual([true, true, true]);
    expect(once?.gap).toBeLessThanOrEqual(1e-4);
    expect(once?.total).toBeLessThan(once?.totalWithoutAims ?? 0);
    expect(again).toEqual(once);
  });

  it('lifts the worst-off edge as far as the aims allow, and no further', () => {
    fc.assert(
      fc.property(aimedProblems({ most: 4 }, { min: 1, max: 3 }), ({ problem, aims }) => {
        const plain = solveWithAims(problem, aims, { solveProgram });
        const lifted = liftWorstForAims(problem, aims, { solveProgram });
        expect(isAllowed(problem, lifted.edges)).toBe(true);
        expect(lifted.edges).toHaveLength(plain.edges.length);
        expect(lifted.aims.map(({ met }) => met)).toEqual(plain.aims.map(({ met }) => met));
        const worst = worstOf(problem, lifted.edges);
        expect(worst).toBeGreaterThanOrEqual(worstOf(problem, plain.edges));
        if (!lifted.aims.every(({ met }) => met)) return;
        const fits = everyChoice(
          without(problem, worst),
          aims.map(({ edges }) => edges),
        ).some(
          ({ sums, count }) =>
            count === plain.edges.length &&
            aims.every(({ wanted }, index) =>
              'atMost' in wanted ? sums[index]! <= plain.aims[index]!.asked : sums[index]! >= plain.aims[index]!.asked,
            ),
        );
        expect(fits && lifted.edges.length > 0).toBe(false);
      }),
      { numRuns: bySize({ small: 15, full: 60 }), seed: 8 },
    );
  });

  it('puts two people together once where the aims can be met so', () => {
    const edges = edgesOf('rows', [true, false, false], 3);
    const problem = problemOf([
      [null, 9, 5],
      [9, null, 5],
      [5, 5, null],
    ]);
    const aims: readonly Aim[] = [
      { edges, wanted: { atLeast: 1 } },
      { edges: edgesAcross([0, 1, 1], [0, 1, 1]), wanted: { atLeast: 2 } },
    ];
    const opposite = ([row, column]: Edge): Edge => [column, row];
    const solved = solveWithAims(problem, aims, { solveProgram, opposite });
    expect(solved.edges).toHaveLength(3);
    expect(solved.edges.some(([row, column]) => solved.edges.some(([r, c]) => r === column && c === row))).toBe(false);
  });

  it('stops when it is told to', () => {
    const { problem, aims } = company(20, 1);
    expect(() => solveWithAims(problem, aims, { solveProgram, cancelled: () => true })).toThrow(
      expect.objectContaining({ code: 'solving-cancelled' }),
    );
  });
});

/** Two sites with a share across, a department with a limit, and a composition that counts in parts of 25. */
function company(size: number, seed: number): { readonly problem: AssignmentProblem; readonly aims: readonly Aim[] } {
  const random = chance(seed);
  const groups = (count: number): number[] =>
    Array.from({ length: size }, () => Math.min(random(count), random(count)));
  const scores = Array.from({ length: size }, () =>
    Array.from({ length: size }, () => (random(10) < 3 ? null : random(900))),
  );
  const weights = Array.from({ length: 3 }, () => Array.from({ length: 3 }, () => random(26)));
  return {
    problem: problemOf(scores),
    aims: [
      { edges: edgesAcross(groups(5), groups(5)), wanted: { atLeastShare: 9_000 } },
      { edges: edgesAcross(groups(3), groups(3)), wanted: { atLeastShare: 7_000 } },
      { edges: { rowGroups: groups(3), columnGroups: groups(3), weights }, whole: 25, wanted: { atLeastShare: 4_000 } },
    ],
  };
}

function worstOf({ columns, score }: AssignmentProblem, edges: readonly Edge[]): number {
  return Math.min(...edges.map(([row, column]) => score[row * columns + column]!));
}

/** Only edges with more points. */
function without(problem: AssignmentProblem, worst: number): AssignmentProblem {
  return { ...problem, score: problem.score.map((points) => (points > worst ? points : forbidden)) };
}

/** The whole problem in CPLEX LP format: so many edges, within the places, that do what is asked. */
function asProgramme(
  { rows, columns, score, rowCapacity, columnCapacity }: AssignmentProblem,
  aims: readonly Aim[],
  count: number,
  asked: readonly number[],
): string {
  const edges = [...score.keys()].filter((edge) => score[edge] !== forbidden);
  const line = (factorOf: (edge: number) => number): string =>
    edges
      .map((edge) => `+ ${String(factorOf(edge))} x${String(edge)}`)
      .join(' ')
      .replaceAll('+ -', '- ') || '0 none';
  const isIn = (of: boolean): number => Number(of);
  return [
    'Maximize',
    ` ${line((edge) => score[edge]!)}`,
    'Subject To',
    ...Array.from(
      { length: rows },
      (_, row) => ` ${line((edge) => isIn(Math.floor(edge / columns) === row))} <= ${String(rowCapacity?.[row] ?? 1)}`,
    ),
    ...Array.from(
      { length: columns },
      (_, column) => ` ${line((edge) => isIn(edge % columns === column))} <= ${String(columnCapacity?.[column] ?? 1)}`,
    ),
    ` ${line(() => 1)} = ${String(count)}`,
    ...aims.map(
      ({ edges: set, wanted }, index) =>
        ` ${line((edge) => weightIn(set, Math.floor(edge / columns), edge % columns))} ${'atMost' in wanted ? '<=' : '>='} ${String(asked[index])}`,
    ),
    'Binary',
    ` ${edges.map((edge) => `x${String(edge)}`).join(' ')}`,
    'End',
  ].join('\n');
}
