import type { FiguresInput, RoundAnswers } from '../../../../src/domain/figures';
import type { OwnQuestion } from '../../../../src/domain/own-questions';
import type { AnswerSheet } from '../../../../src/domain/survey';
import { computeFigures } from '../../../../src/insight/figures/compute-figures';
import { loadProgramSolver } from '../../../../bot/workers/load-program-solver';
import { hashInTests } from '../../../helpers/figures-in-this-thread';
import { anOwnQuestion } from '../../../helpers/factories/own-question';

let solve: Awaited<ReturnType<typeof loadProgramSolver>>;
beforeAll(async () => {
  solve = await loadProgramSolver();
});

const everywhere = { surveys: ['baseline', 'midpoint', 'closing'] } as const;
const scale = anOwnQuestion('scale', everywhere);

/** Mentors `P0`, `P1` ... who answered a round; a person without an answer is left out. */
function roundOf(
  instrument: 'baseline' | 'midpoint' | 'closing',
  question: OwnQuestion,
  answers: readonly (number | string | undefined)[],
  version = 1,
): RoundAnswers {
  return {
    round: instrument,
    instrument,
    own: { version, questions: [question] },
    sheets: answers.flatMap((answer, index) => {
      if (answer === undefined) return [];
      const sheet: AnswerSheet = { instrument, version, side: 'mentor', values: { [question.id]: answer } };
      return [{ person: `P${String(index)}`, sheet }];
    }),
  };
}

/** The figures of each round in turn, each told beside those before it. */
function figuresOf(rounds: readonly RoundAnswers[], fewest?: number) {
  const told: ReturnType<typeof computeFigures>[] = [];
  for (const [index, round] of rounds.entries()) {
    const input: FiguresInput = {
      round,
      earlier: [],
      toldBefore: new Set(),
      ownBefore: { rounds: rounds.slice(0, index), told: new Set(told.flatMap(({ toldSums }) => toldSums)) },
      context: { clusterOf: new Map(), attributeOf: new Map(), waiting: new Set(), late: new Set() },
      ...(fewest === undefined ? {} : { fewest }),
    };
    told.push(computeFigures(input, { solve, hash: hashInTests }));
  }
  return told.map(({ own }) => own);
}

const spread = [1, 2, 3, 4, 5, 2, 3, 4, 3, 2, 3, 4];
const better = spread.map((answer, index) => Math.min(5, answer + (index % 2)));

describe('A scale of HR’s own', () => {
  it('is told as a mean, and as the change of the same people since it was first asked', () => {
    const [baseline, midpoint, closing] = figuresOf([
      roundOf('baseline', scale, spread),
      roundOf('midpoint', scale, better),
      roundOf('closing', scale, better),
    ]);
    expect(baseline).toMatchObject({
      version: 1,
      questions: [scale],
      levels: [{ measure: 'own-scale', n: 12, mean: 3 }],
    });
    expect(baseline?.changes).toEqual([]);
    for (const later of [midpoint, closing])
      expect(later?.changes).toMatchObject([
        { measure: 'own-scale', side: 'mentor', since: 'baseline', n: 12, missing: 0 },
      ]);
    expect(closing?.changes[0]?.change).toBeCloseTo(
      better.reduce((sum, at, index) => sum + at - spread[index]!, 0) / 12,
    );
  });

  it('is not compared with another version of the questions', () => {
    const [, closing] = figuresOf([roundOf('baseline', scale, spread, 1), roundOf('closing', scale, better, 2)]);
    expect(closing).toMatchObject({ version: 2, changes: [], levels: [{ n: 12 }] });
  });

  it('leaves out answers that were given to another version', () => {
    const round = roundOf('closing', scale, spread, 2);
    const old = round.sheets.slice(0, 8).map(({ person, sheet }) => ({ person, sheet: { ...sheet, version: 1 } }));
    expect(figuresOf([{ ...round, sheets: [...old, ...round.sheets.slice(8)] }])).toEqual([undefined]);
  });

  it('is told of five people, and with a higher threshold of no fewer than that', () => {
    const of = (count: number, fewest?: number) =>
      figuresOf([roundOf('closing', scale, spread.slice(0, count))], fewest);
    expect(of(4)).toEqual([undefined]);
    expect(of(5)).toMatchObject([{ levels: [{ n: 5 }] }]);
    expect(of(7, 8)).toEqual([undefined]);
    expect(of(8, 8)).toMatchObject([{ levels: [{ n: 8 }] }]);
  });

  it('with a higher threshold lets nobody work out a group that is under it', () => {
    const before = roundOf('baseline', scale, [...spread, ...spread.slice(0, 6)]);
    const after = roundOf('closing', scale, better);
    const levels = (fewest?: number) => figuresOf([before, after], fewest)[1]?.changes[0]?.ends;
    // Who answered the baseline alone are six: with the threshold of five their mean may follow, with eight it may not.
    expect(levels()).toBeDefined();
    expect(levels(8)).toBe(undefined);
  });
});

describe('Choices of HR’s own', () => {
  const choice = anOwnQuestion('choice', everywhere);
  const choices = anOwnQuestion('choices', everywhere);

  it('are told with the share of each and its interval', () => {
    const [told] = figuresOf([roundOf('closing', choice, ['c1', 'c1', 'c1', 'c2', 'c2', 'c3'])]);
    expect(told?.shares).toMatchObject([
      {
        measure: 'own-choice',
        side: 'mentor',
        n: 6,
        choices: [
          { choice: 'c1', k: 3, share: 0.5 },
          { choice: 'c2', k: 2 },
          { choice: 'c3', k: 1 },
        ],
      },
    ]);
    const { low, high } = told!.shares[0]!.choices[0]!;
    // Wilson of 3 in 6, as scipy has it.
    expect([low, high]).toEqual([expect.closeTo(0.1876, 3), expect.closeTo(0.8124, 3)]);
  });

  it('are not told where all, or all but one, chose the same', () => {
    const of = (answers: readonly string[]) => figuresOf([roundOf('closing', choice, answers)]);
    expect(of(['c1', 'c1', 'c1', 'c1', 'c1'])).toEqual([undefined]);
    expect(of(['c1', 'c1', 'c1', 'c1', 'c2'])).toEqual([undefined]);
    expect(of(['c1', 'c1', 'c1', 'c2', 'c2'])[0]?.shares).toHaveLength(1);
  });

  it('of several are told each where it tells of nobody', () => {
    const [told] = figuresOf([roundOf('closing', choices, ['c1,c2', 'c1,c2', 'c1', 'c1,c2,c3', 'c1'])]);
    expect(told?.shares[0]?.choices.map(({ choice: id, k }) => [id, k])).toEqual([['c2', 3]]);
  });
});

describe('A likelihood of HR’s own', () => {
  const likely = anOwnQuestion('zero-to-ten', everywhere);

  it('is told as promoters less detractors', () => {
    const [told] = figuresOf([roundOf('closing', likely, [10, 9, 9, 8, 3, 0])]);
    expect(told?.promoters).toMatchObject([{ measure: 'own-zero-to-ten', n: 6, promoters: 3, detractors: 2 }]);
    expect(told?.promoters[0]?.score).toBeCloseTo(100 / 6);
  });

  it('is not told where all are of one kind', () => {
    expect(figuresOf([roundOf('closing', likely, [10, 9, 9, 10, 9])])).toEqual([undefined]);
  });
});

describe('A question in words', () => {
  it('has no figure', () => {
    expect(figuresOf([roundOf('closing', anOwnQuestion('comment', everywhere), ['a', 'b', 'c', 'd', 'e'])])).toEqual([
      undefined,
    ]);
  });
});
