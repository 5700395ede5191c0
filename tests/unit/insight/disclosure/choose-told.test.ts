import fc from 'fast-check';
import { loadProgramSolver } from '../../../../bot/workers/load-program-solver';
import { chooseTold, type TellingRule } from '../../../../src/insight/disclosure/choose-told';
import { exposesFew } from '../../../../src/insight/disclosure/find-exposed-few';
import { leavesDoubt, type AnswerOf } from '../../../../src/insight/disclosure/leave-doubt';
import type { ToldSum } from '../../../../src/insight/disclosure/told-sum';
import { doubtByHand, exposesByHand } from '../../../helpers/disclosure-by-hand';
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

const rule = (answerOf: AnswerOf): TellingRule => ({ answerOf, scale, fewest: 5, solve });

describe('what may be told together', () => {
  test('a figure of five people is told, one of four is not', () => {
    const told = chooseTold(
      [],
      [level('five', 'baseline', names(0, 5)), level('four', 'baseline', names(5, 9))],
      rule(spread),
    );
    expect(told.map(({ id }) => id)).toEqual(['five']);
  });

  test('a total and the cut that leaves out four of it are not both told', () => {
    const total = level('total', 'closing', names(0, 20));
    const told = chooseTold(
      [],
      [total, level('all but four', 'closing', names(0, 16)), level('all but five', 'closing', names(0, 15))],
      rule(spread),
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
    expect(chooseTold([total], cuts, rule(spread)).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('after the baseline of eight, the change of the seven who answered twice is told, and how they began is not', () => {
    const baseline = level('baseline', 'baseline', names(0, 8));
    const wanted = [
      change('change', names(0, 7)),
      level('before', 'baseline', names(0, 7)),
      level('after', 'closing', names(0, 7)),
    ];
    expect(chooseTold([baseline], wanted, rule(spread)).map(({ id }) => id)).toEqual(['change']);
  });

  test('where everybody answered twice, how they began and ended is told with the change', () => {
    const everybody = names(0, 8);
    const wanted = [
      change('change', everybody),
      level('before', 'baseline', everybody),
      level('after', 'closing', everybody),
    ];
    expect(chooseTold([level('baseline', 'baseline', everybody)], wanted, rule(spread))).toHaveLength(3);
  });

  test('what everybody answered alike is not told, nor what all but one step of one person is', () => {
    const six = names(0, 6);
    expect(
      chooseTold(
        [],
        [level('all', 'closing', six)],
        rule(() => 5),
      ),
    ).toEqual([]);
    expect(
      chooseTold(
        [],
        [level('all', 'closing', six)],
        rule((_round, person) => (person === 'p0' ? 4 : 5)),
      ),
    ).toEqual([]);
  });

  test('five people whose answers follow from a total and a cut, all of them 5, keep the cut from being told', () => {
    const answerOf = (_round: string, person: string): number => (Number(person.slice(1)) < 5 ? 5 : spread('', person));
    const total = level('total', 'closing', names(0, 15));
    expect(chooseTold([total], [level('ten', 'closing', names(5, 15))], rule(answerOf))).toEqual([]);
    expect(chooseTold([total], [level('ten', 'closing', names(5, 15))], rule(spread))).toHaveLength(1);
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
        expect(leavesDoubt(told, answerOf, scale, solve)).toBe(doubtByHand(told, answerOf, scale, solve));
      }),
      { numRuns: 25, seed: 13 },
    );
  });

  test('nothing that is chosen exposes anybody, in any order of wishes', () => {
    fc.assert(
      fc.property(programmes, ({ sums, answers }) => {
        const wanted = sums.map(({ kind, people }, index) => sumOf(String(index), kind, people));
        const answerOf = (round: string, person: string): number =>
          answers[Number(person.slice(1))]?.[round === 'baseline' ? 0 : 1] ?? Number.NaN;
        const told = chooseTold([], wanted, rule(answerOf));
        expect(exposesByHand(told)).toBe(false);
        expect(doubtByHand(told, answerOf, scale, solve)).toBe(true);
      }),
      { numRuns: 25, seed: 14 },
    );
  });
});

function sumOf(id: string, kind: string, people: readonly string[]): ToldSum {
  return kind === 'change' ? change(id, people) : level(id, kind, people);
}
