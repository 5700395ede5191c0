import type { FiguresInput, LevelFigure, RoundFigures } from '../../domain/figures';
import type { Side } from '../../domain/proposal';
import type { SolveProgram } from '../../pairing/aims/solve-program';
import { chooseTold } from '../disclosure/choose-told';
import type { ToldSum } from '../disclosure/told-sum';
import { answeredMeasure, scoreIn, type AnsweredMeasure } from './read-measure';
import { changeFigure } from './build-change-figure';
import { choiceFigure, promotersFigure } from './measure-choices';
import { agreementScale, choiceMeasures, levelMeasures } from './measures';
import { sumsOf, wantedFigures } from './list-wanted-figures';

const sides: readonly Side[] = ['mentor', 'mentee'];

/**
 * The figures of a round that has closed: all that anybody is ever told of its answers, on whatever way. Each was chosen beside all that was told
 * before, so that together they tell of no one to four people and leave every answer open. What is missing is missing without a cause.
 */
export function computeFigures(input: FiguresInput, solve: SolveProgram): Omit<RoundFigures, 'frozenAt'> {
  const { round } = input;
  const measured = sides.flatMap((side) =>
    levelMeasures.map((measure) =>
      freezeMeasure(answeredMeasure(measure, side, [...input.earlier, round]), input, solve),
    ),
  );
  return {
    round: round.round,
    instrument: round.instrument,
    levels: measured.flatMap(({ levels }) => levels),
    changes: measured.flatMap(({ changes }) => changes),
    choices: sides.flatMap((side) => choiceMeasures.flatMap((question) => choiceFigure(question, side, round) ?? [])),
    promoters: sides.flatMap((side) => promotersFigure(side, round) ?? []),
    toldSums: measured.flatMap(({ toldSums }) => toldSums),
  };
}

function freezeMeasure(
  answered: AnsweredMeasure,
  { round, earlier, toldBefore, context }: FiguresInput,
  solve: SolveProgram,
): Pick<RoundFigures, 'levels' | 'changes' | 'toldSums'> {
  const already = earlier
    .flatMap((before) => sumsOf(wantedFigures(answered, before, context)))
    .filter(({ id }) => toldBefore.has(id));
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
    toldSums: [...ids],
  };
}

function levelFigure(answered: AnsweredMeasure, round: string, { parts }: ToldSum): LevelFigure {
  const people = parts.flatMap((part) => part.people);
  const total = people.reduce((sum, person) => sum + scoreIn(answered)(round, person), 0);
  return { measure: answered.measure.id, side: answered.side, n: people.length, mean: total / people.length };
}
