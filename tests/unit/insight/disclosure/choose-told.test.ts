import fc from 'fast-check';
import { loadProgramSolver } from '../../../../bot/workers/load-program-solver';
import { chooseTold } from '../../../../src/insight/disclosure/choose-told';
import { exposesFew } from '../../../../src/insight/disclosure/expose-few';
import { leavesDoubt } from '../../../../src/insight/disclosure/leave-doubt';
import type { ToldSum } from '../../../../src/insight/disclosure/told-sum';
import type { SolveProgram } from '../../../../src/pairing/aims/solve-program';

const scale = { least: 1, most: 5 };
let solve: SolveProgram;
beforeAll(async () => {
  solve = await loadProgramSolver();
});

const names = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_none, index) => `p${String(from + index)}`);
const level = (id: string, round: string, people: readonly string[]): ToldSum => ({
  id,
  parts: [{ round, sign: 1, people }],
});
const change = (id: string, people: readonly string[]): ToldSum => ({
  id,
  parts: [
    { round: 'closing', sign: 1, people },
    { round: 'baseline', sign: -1, people },
  ],
});
/** Answers all over the scale, so that only who is in a sum decides. */
const spread = (_round: string, person: string): number => 1 + (Number(person.slice(1)) % 5);

describe('what may be told together', () => {
  test('a figure of five people is told, one of four is not', () => {
    const told = chooseTold(
      [],
      [level('five', 'baseline', names(0, 5)), level('four', 'baseline', names(5, 9))],
      spread,
      scale,
      solve,
    );
    expect(told.map(({ id }) => id)).toEqual(['five']);
  });

  test('a total and the cut that leaves out four of it are not both told', () => {
    const total = level('total', 'closing', names(0, 20));
    const told = chooseTold(
      [],
      [total, level('all but four', 'closing', names(0, 16)), level('all but five', 'closing', names(0, 15))],
      spread,
      scale,
      solve,
    );
    expect(told.map(({ id }) => id)).toEqual(['total', 'all but five']);
  });

  test('three cuts that leave out two of a total together are not all told', () => {
    const total = level('total', 'closing', names(0, 20));
    const cuts = [
      level('a', 'closing', names(0, 6)),
      level('b', 'closing', names(6, 12)),
      level('c', 'closing', names(12, 18)),
    ];
    expect(chooseTold([total], cuts, spread, scale, solve).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('after the baseline of eight, the change of the seven who answered twice is told, and how they began is not', () => {
    const baseline = level('baseline', 'baseline', names(0, 8));
    const wanted = [
      change('change', names(0, 7)),
      level('before', 'baseline', names(0, 7)),
      level('after', 'closing', names(0, 7)),
    ];
    expect(chooseTold([baseline], wanted, spread, scale, solve).map(({ id }) => id)).toEqual(['change']);
  });

  test('where everybody answered twice, how they began and ended is told with the change', () => {
    const everybody = names(0, 8);
    const wanted = [
      change('change', everybody),
      level('before', 'baseline', everybody),
      level('after', 'closing', everybody),
    ];
    expect(chooseTold([level('baseline', 'baseline', everybody)], wanted, spread, scale, solve)).toHaveLength(3);
  });

  test('what everybody answered alike is not told, nor what all but one step of one person is', () => {
    const six = names(0, 6);
    expect(chooseTold([], [level('all', 'closing', six)], () => 5, scale, solve)).toEqual([]);
    expect(
      chooseTold([], [level('all', 'closing', six)], (_round, person) => (person === 'p0' ? 4 : 5), scale, solve),
    ).toEqual([]);
  });

  test('five people whose answers follow from a total and a cut, all of them 5, keep the cut from being told', () => {
    const answerOf = (_round: string, person: string): number => (Number(person.slice(1)) < 5 ? 5 : spread('', person));
    const total = level('total', 'closing', names(0, 15));
    expect(chooseTold([total], [level('ten', 'closing', names(5, 15))], answerOf, scale, solve)).toEqual([]);
    expect(chooseTold([total], [level('ten', 'closing', names(5, 15))], spread, scale, solve)).toHaveLength(1);
  });
});

/** Everybody's answers, and sums over some of them in two rounds. */
const programmes = fc.integer({ min: 5, max: 11 }).chain((size) =>
  fc.record({
    sums: fc.array(
      fc.record({
        people: fc.subarray(names(0, size), { minLength: 1 }),
        kind: fc.constantFrom('baseline', 'closing', 'change'),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    answers: fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), {
      minLength: size,
      maxLength: size,
    }),
  }),
);

describe('the two tests, held to the whole matrix of people', () => {
  test('a combination about one to four people is found exactly where there is one', () => {
    fc.assert(
      fc.property(programmes, ({ sums }) => {
        const told = sums.map(({ kind, people }, index) => sumOf(String(index), kind, people));
        expect(exposesFew(told)).toBe(exposesByHand(told));
      }),
      { numRuns: 200, seed: 13 },
    );
  });

  test('an answer is left open by two points exactly where a programme over single people says so', () => {
    fc.assert(
      fc.property(programmes, ({ sums, answers }) => {
        const told = sums.map(({ kind, people }, index) => sumOf(String(index), kind, people));
        const answerOf = (round: string, person: string): number =>
          answers[Number(person.slice(1))]?.[round === 'baseline' ? 0 : 1] ?? Number.NaN;
        expect(leavesDoubt(told, answerOf, scale, solve)).toBe(doubtByHand(told, answerOf));
      }),
      { numRuns: 60, seed: 13 },
    );
  });

  test('nothing that is chosen exposes anybody, in any order of wishes', () => {
    fc.assert(
      fc.property(programmes, ({ sums, answers }) => {
        const wanted = sums.map(({ kind, people }, index) => sumOf(String(index), kind, people));
        const answerOf = (round: string, person: string): number =>
          answers[Number(person.slice(1))]?.[round === 'baseline' ? 0 : 1] ?? Number.NaN;
        const told = chooseTold([], wanted, answerOf, scale, solve);
        expect(exposesByHand(told)).toBe(false);
        expect(doubtByHand(told, answerOf)).toBe(true);
      }),
      { numRuns: 60, seed: 14 },
    );
  });
});

function sumOf(id: string, kind: string, people: readonly string[]): ToldSum {
  return kind === 'change' ? change(id, people) : level(id, kind, people);
}

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
function exposesByHand(sums: readonly ToldSum[]): boolean {
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
function doubtByHand(sums: readonly ToldSum[], answerOf: (round: string, person: string) => number): boolean {
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
