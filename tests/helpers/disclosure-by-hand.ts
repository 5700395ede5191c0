import type { AnswerOf } from '../../src/insight/disclosure/leave-doubt';
import type { ToldSum } from '../../src/insight/disclosure/told-sum';
import type { Scale } from '../../src/insight/statistics/bound-missing';
import type { SolveProgram } from '../../src/pairing/aims/solve-program';

/** A row for each sum, a column for each person and round. */
function matrixOf(sums: readonly ToldSum[]) {
  const columns = [
    ...new Set(
      sums.flatMap(({ parts }) => parts.flatMap(({ round, people }) => people.map((person) => `${round} ${person}`))),
    ),
  ];
  const rows = sums.map(({ parts }) =>
    columns.map((column) =>
      parts.reduce(
        (entry, { round, sign, people }) =>
          entry + (people.some((person) => `${round} ${person}` === column) ? sign : 0),
        0,
      ),
    ),
  );
  return { columns, rows };
}

/** Every set of one to four people, by elimination in floating point. */
export function exposesByHand(sums: readonly ToldSum[]): boolean {
  const { columns, rows } = matrixOf(sums);
  const people = [...new Set(columns.map((column) => column.split(' ')[1] ?? ''))];
  const whole = rankOf(rows);
  return setsOf(people, 4).some((few) => {
    const others = rows.map((row) => row.filter((_entry, index) => !few.includes(columns[index]?.split(' ')[1] ?? '')));
    return rankOf(others) < whole;
  });
}

function setsOf(people: readonly string[], most: number): string[][] {
  const sets: string[][] = [];
  const extend = (set: string[], from: number): void => {
    if (set.length > 0) sets.push(set);
    if (set.length < most) people.forEach((person, index) => index >= from && extend([...set, person], index + 1));
  };
  extend([], 0);
  return sets;
}

function rankOf(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0) && rank < rows.length; column++) {
    const pivot = rows.findIndex((row, index) => index >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot === -1) continue;
    [rows[rank], rows[pivot]] = [rows[pivot] ?? [], rows[rank] ?? []];
    const top = rows[rank] ?? [];
    rows.forEach((row, index) => {
      if (index === rank) return;
      const factor = (row[column] ?? 0) / (top[column] ?? 1);
      row.forEach((entry, at) => (row[at] = entry - factor * (top[at] ?? 0)));
    });
    rank++;
  }
  return rank;
}

/** The bounds of every single answer, nobody taken together with anybody. */
export function doubtByHand(sums: readonly ToldSum[], answerOf: AnswerOf, scale: Scale, solve: SolveProgram): boolean {
  const { columns, rows } = matrixOf(sums);
  const seen = columns.map((_column, index) => index).filter((index) => rows.some((row) => row[index] !== 0));
  return seen.every((probed) => {
    const [least, most] = [-1, 1].map((gain) => {
      const { bound } = solve(
        {
          columns: {
            gain: columns.map((_column, index) => (index === probed ? gain : 0)),
            lower: columns.map(() => scale.least),
            upper: columns.map(() => scale.most),
            whole: columns.map(() => false),
          },
          rows: rows.map((row) => {
            const held = row.flatMap((factor, index) => (factor === 0 ? [] : [{ index, factor }]));
            const told = held.reduce((sum, { index, factor }) => {
              const [round = '', person = ''] = (columns[index] ?? '').split(' ');
              return sum + factor * answerOf(round, person);
            }, 0);
            return {
              lower: told,
              upper: told,
              columns: held.map(({ index }) => index),
              factors: held.map(({ factor }) => factor),
            };
          }),
        },
        0,
      );
      return gain * bound;
    }) as [number, number];
    return most - least >= 2 - 1e-6;
  });
}
