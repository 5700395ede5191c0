import type { FiguresInput, RoundFigures } from '../../domain/figures';
import type { Side } from '../../domain/proposal';
import { fewestTold } from '../../privacy/small-groups';
import { answeredMeasure } from './read-measure';
import { tellMeasure, type FigureTools } from './tell-measure';
import { comparedSince } from './list-wanted-figures';
import { choiceFigure, promotersFigure } from './measure-choices';
import { choiceMeasures, levelMeasures } from './measures';
import { measureOwn } from './measure-own';

const sides: readonly Side[] = ['mentor', 'mentee'];

/**
 * The figures of a round that has closed: all that anybody is ever told of its answers, on whatever way. Each was chosen beside all that was told
 * before, so that together they tell of no one to four people and leave every answer open. What is missing is missing without a cause.
 */
export function computeFigures(input: FiguresInput, tools: FigureTools): Omit<RoundFigures, 'frozenAt'> {
  const { round, fewest = fewestTold } = input;
  const measured = sides.flatMap((side) =>
    levelMeasures.map((measure) =>
      tellMeasure(answeredMeasure(measure, side, [...input.earlier, round]), input, tools, comparedSince),
    ),
  );
  const own = measureOwn(input, tools);
  return {
    round: round.round,
    instrument: round.instrument,
    levels: measured.flatMap(({ levels }) => levels),
    changes: measured.flatMap(({ changes }) => changes),
    choices: sides.flatMap((side) =>
      choiceMeasures.flatMap((question) => choiceFigure(question, side, round, fewest) ?? []),
    ),
    promoters: sides.flatMap((side) => promotersFigure(side, round, fewest) ?? []),
    ...(own.figures === undefined ? {} : { own: own.figures }),
    toldSums: [...measured, own].flatMap(({ toldSums }) => toldSums),
  };
}
