import type { FiguresInput, LevelFigure, RoundFigures } from '../../domain/figures';
import type { Side } from '../../domain/proposal';
import type { SolveProgram } from '../../pairing/aims/solve-program';
import { chooseTold } from '../disclosure/choose-told';
import type { ToldSum } from '../disclosure/told-sum';
import { answeredMeasure, scoreIn, sumPrefix, type AnsweredMeasure, type Group } from './read-measure';
import { changeFigure } from './build-change-figure';
import { compareGroups, onlyGroup } from './compare-groups';
import { nameOfSum } from './build-sum-name';
import { choiceFigure, promotersFigure } from './measure-choices';
import { agreementScale, choiceMeasures, levelMeasures } from './measures';
import { sumsOf, wantedFigures } from './list-wanted-figures';

/** What the figures are made with. */
export interface FigureTools {
  readonly solve: SolveProgram;
  /** SHA-256 of the text, hex. */
  readonly hash: (text: string) => string;
}

const sides: readonly Side[] = ['mentor', 'mentee'];

/**
 * The figures of a round that has closed: all that anybody is ever told of its answers, on whatever way. Each was chosen beside all that was told
 * before, so that together they tell of no one to four people and leave every answer open. What is missing is missing without a cause.
 */
export function computeFigures(asked: FiguresInput, tools: FigureTools): Omit<RoundFigures, 'frozenAt'> {
  const group: Group = asked.round.instrument === 'waiting' ? 'waiting' : 'participants';
  const input = onlyGroup(asked, group);
  const { round } = input;
  const measured = sides.flatMap((side) =>
    levelMeasures.map((measure) =>
      freezeMeasure(answeredMeasure(measure, side, [...input.earlier, round], group), input, tools),
    ),
  );
  const changes = measured.flatMap((one) => one.changes);
  return {
    round: round.round,
    instrument: round.instrument,
    levels: measured.flatMap(({ levels }) => levels),
    changes,
    choices: sides.flatMap((side) => choiceMeasures.flatMap((question) => choiceFigure(question, side, round) ?? [])),
    promoters: sides.flatMap((side) => promotersFigure(side, round) ?? []),
    ...(group === 'waiting' ? { comparisons: compareGroups(asked, changes, tools.hash) } : {}),
    toldSums: measured.flatMap(({ toldSums }) => toldSums),
  };
}

/**
 * Nothing is told of a measure of which something told before is no longer what its people are, since somebody moved, or had their answers erased: what
 * was told still stands, and nobody can say beside it what would be about few.
 */
function freezeMeasure(
  answered: AnsweredMeasure,
  { round, earlier, toldBefore, context }: FiguresInput,
  { solve, hash }: FigureTools,
): Pick<RoundFigures, 'levels' | 'changes' | 'toldSums'> {
  const nameOf = (sum: ToldSum): string => nameOfSum(sum, hash);
  const before = earlier.flatMap((one) => sumsOf(wantedFigures(answered, one, context)));
  const already = before.filter((sum) => toldBefore.has(nameOf(sum)));
  const own = sumPrefix(answered);
  const toldOfIt = [...toldBefore].filter((name) => name.startsWith(own));
  if (already.length !== toldOfIt.length) return { levels: [], changes: [], toldSums: [] };
  const wanted = wantedFigures(answered, round, context);
  const told = chooseTold(already, sumsOf(wanted), {
    answerOf: scoreIn(answered),
    scale: agreementScale,
    fewest: answered.measure.fewest,
    solve,
  });
  const ids = new Set(told.map(({ id }) => id));
  const isTold = (id: string): boolean => ids.has(id);
  return {
    levels: [{ sum: wanted.level }, ...wanted.cuts.map(({ value, sum }) => ({ cut: value, sum }))]
      .filter(({ sum }) => isTold(sum.id))
      .map(({ sum, ...cut }) => ({ ...levelFigure(answered, round.round, sum), ...cut })),
    changes: wanted.changes.flatMap((change) => changeFigure(answered, change, isTold) ?? []),
    toldSums: told.map(nameOf),
  };
}

function levelFigure(answered: AnsweredMeasure, round: string, { parts }: ToldSum): LevelFigure {
  const people = parts.flatMap((part) => part.people);
  const total = people.reduce((sum, person) => sum + scoreIn(answered)(round, person), 0);
  return { measure: answered.measure.id, side: answered.side, n: people.length, mean: rounded(total / people.length) };
}

/** To a hundredth: the last digits of a mean of means would tell how many statements somebody left out. */
function rounded(mean: number): number {
  return Math.round(100 * mean) / 100;
}
