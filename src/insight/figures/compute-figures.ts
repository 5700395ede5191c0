import type { FiguresInput, RoundFigures } from '../../domain/figures';
import type { Side } from '../../domain/proposal';
import { fewestTold } from '../../privacy/small-groups';
import { compareGroups, onlyGroup } from './compare-groups';
import { comparedSince } from './list-wanted-figures';
import { answeredMeasure, type Group } from './read-measure';
import { tellMeasure, type FigureTools } from './tell-measure';
import { choiceFigure, promotersFigure } from './measure-choices';
import { choiceMeasures, levelMeasures } from './measures';
import { measureOwn } from './measure-own';

const sides: readonly Side[] = ['mentor', 'mentee'];

/**
 * The figures of a round that has closed: all that anybody is ever told of its answers, on whatever way. Each was chosen beside all that was told
 * before, so that together they tell of no one to four people and leave every answer open. What is missing is missing without a cause.
 */
export function computeFigures(asked: FiguresInput, tools: FigureTools): Omit<RoundFigures, 'frozenAt'> {
  const group: Group = asked.round.instrument === 'waiting' ? 'waiting' : 'participants';
  const input = onlyGroup(asked, group);
  const { round, fewest = fewestTold } = input;
  const measured = sides.flatMap((side) =>
    levelMeasures.map((measure) =>
      tellMeasure(answeredMeasure(measure, side, [...input.earlier, round], group), input, tools, comparedSince),
    ),
  );
  const changes = measured.flatMap((one) => one.changes);
  const own = measureOwn(input, tools);
  return {
    round: round.round,
    instrument: round.instrument,
    levels: measured.flatMap(({ levels }) => levels),
    changes,
    choices: sides.flatMap((side) =>
      choiceMeasures.flatMap((question) => choiceFigure(question, side, round, fewest) ?? []),
    ),
    promoters: sides.flatMap((side) => promotersFigure(side, round, fewest) ?? []),
    ...(group === 'waiting' ? { comparisons: compareGroups(asked, changes, tools.hash) } : {}),
    ...(own.figures === undefined ? {} : { own: own.figures }),
    toldSums: [...measured, own].flatMap(({ toldSums }) => toldSums),
  };
}
