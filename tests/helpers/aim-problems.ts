import fc from 'fast-check';
import type { AssignmentProblem, Edge } from '../../src/pairing/assignment/assignment';
import { weightIn, type EdgeSet } from '../../src/pairing/aims/count-aimed-edges';
import type { Aim } from '../../src/pairing/aims/solve-with-aim';
import { forbidden, problems } from './assignment-problems';

export interface AimedProblem {
  readonly problem: AssignmentProblem;
  readonly aims: readonly Aim[];
}

/** A few aims for a problem: shares, least and most, of sets that count 0 or 1, or up to 25 in each edge. */
export function aimedProblems(
  sizes: { readonly least?: number; readonly most: number },
  count: { readonly min: number; readonly max: number },
): fc.Arbitrary<AimedProblem> {
  return problems(sizes, true).chain((problem) =>
    fc.record({
      problem: fc.constant(problem),
      aims: fc.array(aimFor(problem), { minLength: count.min, maxLength: count.max }),
    }),
  );
}

const groups = 3;

function aimFor({ rows, columns }: AssignmentProblem): fc.Arbitrary<Aim> {
  const groupsOf = (length: number): fc.Arbitrary<number[]> =>
    fc.array(fc.integer({ min: 0, max: groups - 1 }), { minLength: length, maxLength: length });
  return fc.constantFrom(1, 1, 25).chain((whole) =>
    fc
      .record({
        rowGroups: groupsOf(rows),
        columnGroups: groupsOf(columns),
        weights: fc.array(fc.array(fc.integer({ min: 0, max: whole }), { minLength: groups, maxLength: groups }), {
          minLength: groups,
          maxLength: groups,
        }),
        wanted: fc.oneof(
          fc.record({ atLeast: fc.integer({ min: 0, max: 4 * whole }) }),
          fc.record({ atLeastShare: fc.integer({ min: 0, max: 10_000 }) }),
          fc.record({ atMost: fc.integer({ min: 0, max: Math.max(3, rows) * whole }) }),
        ),
        beside: fc.constantFrom(undefined, { edges: 2, inside: whole }),
      })
      .map(({ rowGroups, columnGroups, weights, wanted, beside }): Aim => ({
        edges: { rowGroups, columnGroups, weights },
        whole,
        wanted,
        ...(beside === undefined ? {} : { beside }),
      })),
  );
}

export interface Choice {
  readonly count: number;
  readonly sums: readonly number[];
  readonly total: number;
}

/** What as many edges as possible can weigh in each set, and the greatest total for it: every choice is looked at. */
export function everyChoice(problem: AssignmentProblem, sets: readonly EdgeSet[]): readonly Choice[] {
  const left = Array.from({ length: problem.columns }, (_, column) => problem.columnCapacity?.[column] ?? 1);
  let most = 0;
  let best = new Map<string, Choice>();
  const visit = (edge: number, places: number, count: number, sums: readonly number[], total: number): void => {
    if (edge === problem.score.length) {
      if (count > most) [most, best] = [count, new Map<string, Choice>()];
      const key = sums.join();
      if (count === most && total > (best.get(key)?.total ?? -Infinity)) best.set(key, { count, sums, total });
      return;
    }
    const [row, column] = [Math.floor(edge / problem.columns), edge % problem.columns];
    const free = column === 0 ? (problem.rowCapacity?.[row] ?? 1) : places;
    if (problem.score[edge] !== forbidden && free > 0 && left[column]! > 0) {
      left[column]!--;
      const more = sums.map((sum, index) => sum + weightIn(sets[index]!, row, column));
      visit(edge + 1, free - 1, count + 1, more, total + problem.score[edge]!);
      left[column]!++;
    }
    visit(edge + 1, free, count, sums, total);
  };
  visit(
    0,
    0,
    0,
    sets.map(() => 0),
    0,
  );
  return [...best.values()];
}

/** The points of some edges. */
export function totalOf({ columns, score }: AssignmentProblem, edges: readonly Edge[]): number {
  return edges.reduce((sum, [row, column]) => sum + score[row * columns + column]!, 0);
}
