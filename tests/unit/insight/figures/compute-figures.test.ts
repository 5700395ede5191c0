import fc from 'fast-check';
import { loadProgramSolver } from '../../../../bot/workers/load-program-solver';
import type { RoundFigures } from '../../../../src/domain/figures';
import { instrumentQuestions } from '../../../../src/domain/instruments';
import type { Instrument } from '../../../../src/domain/survey';
import type { ToldSum } from '../../../../src/insight/disclosure/told-sum';
import { computeFigures } from '../../../../src/insight/figures/compute-figures';
import { levelMeasures, scoreOf } from '../../../../src/insight/figures/measures';
import type { AnswerContext, PersonSheet, RoundAnswers } from '../../../../src/domain/figures';
import type { SolveProgram } from '../../../../src/pairing/aims/solve-program';
import { hashInTests } from '../../../helpers/figures-in-this-thread';
import { doubtByHand, exposesByHand } from '../../../helpers/disclosure-by-hand';

let solve: SolveProgram;
beforeAll(async () => {
  solve = await loadProgramSolver();
});

type Figures = Omit<RoundFigures, 'frozenAt'>;
const alone: AnswerContext = { clusterOf: new Map(), attributeOf: new Map(), waiting: new Set(), late: new Set() };

/** A sheet in which every statement, choice and number is the answer of that person. */
function sheetOf(instrument: Instrument, answer: (question: string) => number): PersonSheet['sheet'] {
  const values = Object.fromEntries(
    instrumentQuestions(instrument).flatMap((question): [string, number | string][] => {
      const value = answer(question.id);
      if (Number.isNaN(value)) return [];
      switch (question.type) {
        case 'agreement':
          return [[question.id, 'reversed' in question ? 6 - value : value]];
        case 'zero-to-ten':
          return [[question.id, 2 * value]];
        case 'choice':
          return [[question.id, question.choices[Math.min(value, question.choices.length) - 1] ?? 'never']];
        case 'comment':
          return [];
      }
    }),
  );
  return { instrument, side: 'mentor', values };
}

function roundOf(instrument: Instrument, answers: Readonly<Record<string, number>>): RoundAnswers {
  return {
    round: instrument,
    instrument,
    sheets: Object.entries(answers).map(([person, value]) => ({ person, sheet: sheetOf(instrument, () => value) })),
  };
}

/** Freezes rounds one after the other, as nights do. */
function freezeAll(rounds: readonly RoundAnswers[], context = alone): readonly Figures[] {
  const frozen: Figures[] = [];
  rounds.forEach((round, index) => {
    const toldBefore = new Set(frozen.flatMap(({ toldSums }) => toldSums));
    frozen.push(
      computeFigures({ round, earlier: rounds.slice(0, index), toldBefore, context }, { solve, hash: hashInTests }),
    );
  });
  return frozen;
}

const people = (values: readonly number[]): Record<string, number> =>
  Object.fromEntries(values.map((value, index) => [`p${String(index)}`, value]));
const before = people([1, 2, 2, 3, 3, 4, 2, 3]);
const after = people([2, 3, 4, 3, 5, 5, 2, 5]);

describe('the figures of a programme', () => {
  test('eight who answered twice: how they changed, with its interval, and where they began and ended', () => {
    const [, closing] = freezeAll([roundOf('baseline', before), roundOf('closing', after)]);
    const change = closing?.changes.find(({ measure, since }) => measure === 'understanding' && since === 'baseline');
    expect(change).toMatchObject({
      side: 'mentor',
      n: 8,
      missing: 0,
      change: 1.125,
      ends: { before: 2.5, after: 3.625 },
    });
    expect(change?.low).toBeLessThan(1.125);
    expect(change?.effect?.g).toBeGreaterThan(0.5);
  });

  test('a reversed statement counts the other way', () => {
    const understanding = levelMeasures.find(({ id }) => id === 'understanding')!;
    expect(
      scoreOf(
        understanding,
        sheetOf('baseline', () => 4),
      ),
    ).toBe(4);
    expect(
      scoreOf(understanding, { instrument: 'baseline', side: 'mentor', values: { 'understand-reasons': 1 } }),
    ).toBe(undefined);
  });

  test('four people have no figure at all', () => {
    const four = Object.fromEntries(Object.entries(before).slice(0, 4));
    expect(freezeAll([roundOf('baseline', four)])[0]).toMatchObject({
      levels: [],
      changes: [],
      choices: [],
      promoters: [],
    });
  });

  test('courage and safety are told of ten, not of nine', () => {
    const told = (n: number): boolean =>
      freezeAll([
        roundOf('closing', people(Array.from({ length: n }, (_none, index) => 1 + (index % 5)))),
      ])[0]!.levels.some(({ measure }) => measure === 'safe');
    expect([told(9), told(10)]).toEqual([false, true]);
  });

  test('one who answered the closing alone is not found by taking figures from each other', () => {
    const [baseline, closing] = freezeAll([roundOf('baseline', before), roundOf('closing', { ...after, late: 1 })]);
    const change = closing?.changes.find(({ measure }) => measure === 'confidence');
    expect(baseline?.levels.some(({ measure }) => measure === 'confidence')).toBe(true);
    expect(change).toMatchObject({ n: 8, missing: 1 });
    expect(closing?.levels.some(({ measure }) => measure === 'confidence')).toBe(false);
  });

  test('what everybody chose alike is not told', () => {
    const [closing] = freezeAll([roundOf('closing', people([5, 5, 5, 5, 5, 5]))]);
    expect(closing).toMatchObject({ levels: [], choices: [], promoters: [] });
  });

  test('a cut by function leaves out the four whose figure would follow from the rest', () => {
    const attributeOf = new Map(
      Array.from(
        { length: 14 },
        (_none, index) => [`p${String(index)}`, index < 5 ? 'IT' : index < 10 ? 'Sales' : 'Law'] as const,
      ),
    );
    const values = Array.from({ length: 14 }, (_none, index) => 1 + (index % 5));
    const [closing] = freezeAll([roundOf('closing', people(values))], { ...alone, attributeOf });
    const cuts = closing?.levels.filter(({ measure }) => measure === 'useful').map(({ cut }) => cut);
    expect(cuts).toEqual([undefined, 'IT']);
  });
});

describe('beside those who waited', () => {
  const waiting = new Set(['w0', 'w1', 'w2', 'w3', 'w4', 'w5']);
  const context: AnswerContext = { ...alone, waiting };
  const waited = (values: readonly number[]): Record<string, number> =>
    Object.fromEntries(values.map((value, index) => [`w${String(index)}`, value]));
  const startOfWaiting = waited([2, 3, 2, 3, 4, 2]);
  const freeze = (endOfWaiting: Record<string, number>, closing = after) =>
    freezeAll(
      [
        roundOf('baseline', { ...before, ...startOfWaiting }),
        roundOf('closing', closing),
        roundOf('waiting', endOfWaiting),
      ],
      context,
    );
  const understanding = <T extends { readonly measure: string }>(figures: readonly T[] = []): readonly T[] =>
    figures.filter(({ measure }) => measure === 'understanding');

  test('the change of participants less theirs, each of its own people', () => {
    const [baseline, closing, last] = freeze(waited([2, 3, 3, 3, 4, 3]));
    expect(understanding(baseline?.levels)).toMatchObject([{ n: 8 }]);
    expect(understanding(closing?.changes)).toMatchObject([{ n: 8, missing: 0, change: 1.125 }]);
    expect(understanding(last?.changes)).toMatchObject([{ n: 6, missing: 0, change: expect.closeTo(1 / 3, 9) }]);
    const [comparison] = understanding(last?.comparisons);
    expect(comparison).toMatchObject({ side: 'mentor', n: 8, waiting: 6, missing: 0 });
    expect(comparison?.difference).toBeCloseTo(1.125 - 1 / 3, 9);
    expect(comparison?.low).toBeLessThan(comparison?.difference ?? 0);
  });

  test('nothing where four of them answered twice, and no round but theirs has a comparison', () => {
    const [baseline, closing, last] = freeze(waited([2, 3, 3, 3]));
    expect([last?.changes, last?.comparisons]).toEqual([[], []]);
    expect([baseline, closing].every((figures) => figures?.comparisons === undefined)).toBe(true);
  });

  test('whoever waited and had a pair later stands in no change, and is missing from none', () => {
    const rounds = [
      roundOf('baseline', { ...before, ...startOfWaiting, w6: 5 }),
      roundOf('closing', { ...after, w6: 1 }),
      roundOf('waiting', waited([2, 3, 3, 3, 4, 3])),
    ];
    const own: AnswerContext = { ...context, waiting: new Set([...waiting, 'w6']), late: new Set(['w6']) };
    const [, closing, last] = freezeAll(rounds, own);
    expect(understanding(closing?.changes)).toMatchObject([{ n: 8, missing: 0, change: 1.125 }]);
    expect(understanding(last?.comparisons)).toMatchObject([{ n: 8, waiting: 6, missing: 0 }]);
  });

  test('nothing where the participants’ change is not told, or many of a side are missing', () => {
    const four = Object.fromEntries(Object.entries(after).slice(0, 4));
    expect(freeze(waited([2, 3, 3, 3, 4, 3]), four)[2]?.comparisons).toEqual([]);
    const late = Object.fromEntries(Array.from({ length: 4 }, (_none, index) => [`late${String(index)}`, 3]));
    expect(freeze(waited([2, 3, 3, 3, 4, 3]), { ...after, ...late })[2]?.comparisons).toEqual([]);
  });
});

test('where somebody moved since a cut was told, the measure tells nothing more', () => {
  const names = Array.from({ length: 12 }, (_none, index) => `p${String(index)}`);
  const answers = people(names.map((_name, index) => 1 + (index % 5)));
  const [closing, followUp] = [roundOf('closing', answers), roundOf('follow-up', answers)];
  const contextOf = (moved: boolean): AnswerContext => ({
    ...alone,
    attributeOf: new Map(names.map((name, index) => [name, index < (moved ? 5 : 6) ? 'IT' : 'Sales'])),
  });
  const make = (round: RoundAnswers, earlier: readonly RoundAnswers[], told: readonly string[], moved: boolean) =>
    computeFigures(
      { round, earlier, toldBefore: new Set(told), context: contextOf(moved) },
      { solve, hash: hashInTests },
    );
  const first = make(closing, [], [], false);
  const useful = (figures: Figures) => figures.levels.filter(({ measure }) => measure === 'confidence').length;
  expect(useful(first)).toBeGreaterThan(1);
  expect([false, true].map((moved) => useful(make(followUp, [closing], first.toldSums, moved)))).toEqual([1, 0]);
});

/** Small programmes: who answered what in three rounds, NaN where somebody did not, and who waited for a partner to the end. */
const programmes = fc.integer({ min: 5, max: 14 }).chain((size) => {
  const answer = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(1, 2, 4, 5, 5, 5) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  );
  return fc.record({
    answers: fc.array(fc.tuple(answer, answer, answer), { minLength: size, maxLength: size }),
    functions: fc.array(fc.constantFrom('IT', 'Sales'), { minLength: size, maxLength: size }),
    waiting: fc.integer({ min: 0, max: Math.max(0, size - 5) }),
  });
});
const order: readonly Instrument[] = ['baseline', 'closing', 'waiting', 'follow-up'];
/** Which of somebody's three answers a round has: at the end those in pairs and those who waited have one each. */
const answerAt = { baseline: 0, closing: 1, waiting: 1, 'follow-up': 2 };

test('nobody is found in, nor their answer worked out from, all that is told of random programmes, over rounds, cuts and changes', () => {
  fc.assert(
    fc.property(programmes, ({ answers, functions, waiting: waits }) => {
      const names = answers.map((_answer, index) => `p${String(index)}`);
      const waiting = new Set(names.slice(0, waits));
      const answerOf = (round: string, person: string): number =>
        isAsked(round, person, waiting)
          ? (answers[Number(person.slice(1))]?.[answerAt[round as keyof typeof answerAt]] ?? Number.NaN)
          : Number.NaN;
      const rounds = order.map((instrument): RoundAnswers => ({
        round: instrument,
        instrument,
        sheets: names
          .filter((person) => !Number.isNaN(answerOf(instrument, person)))
          .map((person) => ({ person, sheet: sheetOf(instrument, () => answerOf(instrument, person)) })),
      }));
      const attributeOf = new Map(names.map((person, index) => [person, functions[index] ?? 'IT']));
      const frozen = freezeAll(rounds, { ...alone, attributeOf, waiting });
      const sums = publishedSums(frozen, names, answerOf, attributeOf, waiting);
      expect(exposesByHand(sums)).toBe(false);
      expect(doubtByHand(sums, answerOf, { least: 1, most: 5 }, solve)).toBe(true);
    }),
    { numRuns: 40, seed: 2027 },
  );
});

function isAsked(round: string, person: string, waiting: ReadonlySet<string>): boolean {
  return round === 'baseline' || waiting.has(person) === (round === 'waiting');
}

/** What a reader of all figures of `useful` ... of `ideas` can add up, from what is printed alone: who is in it is known to HR, who answered is not. */
function publishedSums(
  frozen: readonly Figures[],
  names: readonly string[],
  value: (round: string, person: string) => number,
  attributeOf: ReadonlyMap<string, string>,
  waiting: ReadonlySet<string>,
): ToldSum[] {
  return frozen.flatMap(({ round, levels, changes }) => {
    const gave = (other: string) => (person: string) =>
      waiting.has(person) === (round === 'waiting') && !Number.isNaN(value(other, person));
    return [
      ...levels
        .filter(({ measure }) => measure === 'ideas')
        .map(({ cut }, index) => ({
          id: `${round} level ${String(index)}`,
          parts: [
            {
              round,
              sign: 1 as const,
              people: names
                .filter(gave(round))
                .filter((person) => cut === undefined || attributeOf.get(person) === cut),
            },
          ],
        })),
      ...changes
        .filter(({ measure }) => measure === 'ideas')
        .flatMap(({ ends, method, n, missing, change, lowest }) => {
          const both = names.filter(gave(round)).filter(gave('baseline'));
          const parts = (of: readonly string[], other: readonly string[]): ToldSum['parts'] => [
            { round, sign: 1, people: of },
            { round: 'baseline', sign: -1, people: other },
          ];
          const uninformed = Math.abs(lowest - (change * n - missing * 4) / (n + missing)) < 1e-9;
          return [
            { id: `${round} change`, parts: parts(both, both) },
            ...(ends === undefined
              ? []
              : [{ id: `${round} before`, parts: [{ round: 'baseline', sign: 1 as const, people: both }] }]),
            ...(uninformed && method !== 'extreme-cases'
              ? []
              : [{ id: `${round} extremes`, parts: parts(names.filter(gave(round)), names.filter(gave('baseline'))) }]),
          ];
        }),
    ];
  });
}
