import type { Side } from '../../domain/proposal';
import type { AnswerOf } from '../disclosure/leave-doubt';
import type { ToldSum } from '../disclosure/told-sum';
import type { HalfAnswer } from '../statistics/bound-missing';
import type { ClusteredPair } from '../statistics/measure-clustered-change';
import { scoreOf, type LevelMeasure } from './measures';
import type { AnswerContext, MeasureId, RoundAnswers } from '../../domain/figures';
import { valuesOf } from './read-values';

/** All answers of one side to one measure: by round, a score a person. `looking-back` stands as a round of its own. */
export interface AnsweredMeasure<Id extends string = MeasureId> {
  readonly measure: LevelMeasure<Id>;
  readonly side: Side;
  readonly group: Group;
  readonly scores: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Those who had a pair, or all who enrolled where a round asks no others; and those who waited for one. Nobody's answer of a round is in both. */
export type Group = 'participants' | 'waiting';

/** The measure that is asked looking back as well, and the question that asks it. */
const lookedBack = { measure: 'confidence', question: 'confidence-then' } as const;
export const lookingBack = 'looking-back';

/** Reads one measure out of all rounds. */
export function answeredMeasure(
  measure: LevelMeasure,
  side: Side,
  rounds: readonly RoundAnswers[],
  group: Group = 'participants',
): AnsweredMeasure {
  const scores = new Map(
    rounds.map((round) => [round.round, valuesOf(round, side, (sheet) => scoreOf(measure, sheet))] as const),
  );
  if (measure.id === lookedBack.measure) {
    const closing = rounds.find(({ instrument }) => instrument === 'closing');
    scores.set(
      lookingBack,
      valuesOf(closing, side, ({ values }) => {
        const value = values[lookedBack.question];
        return typeof value === 'number' ? value : undefined;
      }),
    );
  }
  return { measure, side, group, scores };
}

/** How the ids of its sums begin. */
export function sumPrefix({ measure, side, group }: Omit<AnsweredMeasure<string>, 'scores'>): string {
  return `${group === 'waiting' ? 'waiting|' : ''}${measure.id}|${side}|`;
}

/** Somebody's score; whoever asks knows that there is one. */
export function scoreIn({ scores }: AnsweredMeasure<string>): AnswerOf {
  return (round, person) => scores.get(round)?.get(person) ?? Number.NaN;
}

/** The sum behind a mean of a round, of everybody or of those who share a value of the attribute. */
export function levelSum(
  answered: AnsweredMeasure<string>,
  round: string,
  cut?: { readonly value: string; readonly attributeOf: AnswerContext['attributeOf'] },
): ToldSum {
  const people = [...(answered.scores.get(round)?.keys() ?? [])];
  return {
    id: sumPrefix(answered) + ['level', round, ...(cut === undefined ? [] : [cut.value])].join('|'),
    parts: [
      {
        round,
        sign: 1,
        people: cut === undefined ? people : people.filter((person) => cut.attributeOf.get(person) === cut.value),
      },
    ],
  };
}

/** Who answered both times, who once, and the sums behind their change. */
export interface AnsweredTwice {
  readonly pairs: readonly ClusteredPair[];
  readonly halves: readonly HalfAnswer[];
  /** Of those who answered twice: what came after less what was before. */
  readonly change: ToldSum;
  /** Everybody's answers after less everybody's before: what the extreme cases of the missing are made of. */
  readonly extremes: ToldSum;
  /** Of those who answered twice: their answers before, and after. */
  readonly ends: readonly [ToldSum, ToldSum];
}

/** Joins a measure's answers of two rounds. */
export function answeredTwice(
  answered: AnsweredMeasure<string>,
  since: string,
  until: string,
  { clusterOf, late }: Pick<AnswerContext, 'clusterOf' | 'late'>,
): AnsweredTwice {
  const { scores } = answered;
  const [before, after] = [since, until].map(
    (round) => new Map([...(scores.get(round) ?? [])].filter(([person]) => !late.has(person))),
  ) as [Map<string, number>, Map<string, number>];
  const both = [...before.keys()].filter((person) => after.has(person));
  const sum = (kind: string, parts: ToldSum['parts']): ToldSum => ({
    id: sumPrefix(answered) + [kind, since, until].join('|'),
    parts,
  });
  return {
    pairs: both.map((person) => ({
      before: before.get(person) ?? Number.NaN,
      after: after.get(person) ?? Number.NaN,
      cluster: clusterOf.get(person) ?? person,
    })),
    halves: [
      ...[...before].filter(([person]) => !after.has(person)).map(([, value]) => ({ before: value })),
      ...[...after].filter(([person]) => !before.has(person)).map(([, value]) => ({ after: value })),
    ],
    change: sum('change', [
      { round: until, sign: 1, people: both },
      { round: since, sign: -1, people: both },
    ]),
    extremes: sum('extremes', [
      { round: until, sign: 1, people: [...after.keys()] },
      { round: since, sign: -1, people: [...before.keys()] },
    ]),
    ends: [
      sum('before', [{ round: since, sign: 1, people: both }]),
      sum('after', [{ round: until, sign: 1, people: both }]),
    ],
  };
}
