import type { ChangeFigure, FiguresInput, LevelFigure, RoundAnswers } from '../../domain/figures';
import type { SolveProgram } from '../../pairing/aims/solve-program';
import { fewestTold } from '../../privacy/small-groups';
import { chooseTold } from '../disclosure/choose-told';
import type { ToldSum } from '../disclosure/told-sum';
import { changeFigure } from './build-change-figure';
import { nameOfSum } from './build-sum-name';
import { sumsOf, wantedFigures } from './list-wanted-figures';
import { agreementScale } from './measures';
import { scoreIn, sumPrefix, type AnsweredMeasure } from './read-measure';

/** What the figures are made with. */
export interface FigureTools {
  readonly solve: SolveProgram;
  /** SHA-256 of the text, hex. */
  readonly hash: (text: string) => string;
}

/** What is told of one measure of one side after a round. */
export interface ToldMeasure<Id extends string, Since extends string> {
  readonly levels: readonly LevelFigure<Id>[];
  readonly changes: readonly ChangeFigure<Id, Since>[];
  /** The sums that follow from these figures, each with a hash of who is in it. */
  readonly toldSums: readonly string[];
}

/**
 * Nothing is told of a measure of which something told before is no longer what its people are, since somebody moved, or had their answers erased: what
 * was told still stands, and nobody can say beside it what would be about few.
 */
export function tellMeasure<Id extends string, Since extends string>(
  answered: AnsweredMeasure<Id>,
  { round, earlier, toldBefore, context, fewest = fewestTold }: FiguresInput,
  { solve, hash }: FigureTools,
  sinceOf: (round: RoundAnswers) => readonly Since[],
): ToldMeasure<Id, Since> {
  const nameOf = (sum: ToldSum): string => nameOfSum(sum, hash);
  const before = earlier.flatMap((one) => sumsOf(wantedFigures(answered, one, context, sinceOf(one))));
  const already = before.filter((sum) => toldBefore.has(nameOf(sum)));
  const own = sumPrefix(answered);
  const toldOfIt = [...toldBefore].filter((name) => name.startsWith(own));
  if (already.length !== toldOfIt.length) return { levels: [], changes: [], toldSums: [] };
  const wanted = wantedFigures(answered, round, context, sinceOf(round));
  const told = chooseTold(already, sumsOf(wanted), {
    answerOf: scoreIn(answered),
    scale: agreementScale,
    fewest: Math.max(answered.measure.fewest, fewest),
    few: fewest,
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

function levelFigure<Id extends string>(
  answered: AnsweredMeasure<Id>,
  round: string,
  { parts }: ToldSum,
): LevelFigure<Id> {
  const people = parts.flatMap((part) => part.people);
  const total = people.reduce((sum, person) => sum + scoreIn(answered)(round, person), 0);
  return { measure: answered.measure.id, side: answered.side, n: people.length, mean: rounded(total / people.length) };
}

/** To a hundredth: the last digits of a mean of means would tell how many statements somebody left out. */
function rounded(mean: number): number {
  return Math.round(100 * mean) / 100;
}
