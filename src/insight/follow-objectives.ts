import type { ChoiceFigure, RoundFigures } from '../domain/figures';
import type { Objective } from '../domain/programme-contract';
import type { FollowedObjective } from './results-contract';

/**
 * Each objective with where it stands by the answers that the plan names for it: at the start, and in the latest round that tells of it. Means in points
 * of the scale, shares in per cent, promoters in points. Rounds in the order in which they were frozen.
 */
export function followObjectives(
  objectives: readonly Objective[],
  rounds: readonly RoundFigures[],
): readonly FollowedObjective[] {
  return objectives.map(({ wording, measure, unit, baseline, target, measuredBy }) => {
    const told =
      measuredBy === undefined ? [] : rounds.filter(ofParticipants).flatMap((round) => toldOf(round, measuredBy));
    const [first, last] = [told.find(({ instrument }) => instrument === 'baseline'), told.at(-1)];
    return {
      wording,
      unit,
      ...(measure === undefined ? {} : { measure }),
      ...(baseline === undefined ? {} : { baseline }),
      ...(target === undefined ? {} : { target }),
      ...(measuredBy === undefined ? {} : { measuredBy }),
      ...(first === undefined ? {} : { first }),
      ...(last === undefined || last === first ? {} : { last }),
    };
  });
}

/** Those who waited had no hour: no objective is reached by their answers. */
function ofParticipants({ instrument }: RoundFigures): boolean {
  return instrument !== 'waiting';
}

type Told = NonNullable<FollowedObjective['last']>;

/** What a round tells of one side's answers to a measure, not of groups: one figure or none. Means in points, shares in per cent, promoters in points, both with their 95 % interval. */
export function toldOf(
  {
    round,
    instrument,
    levels,
    choices,
    promoters,
  }: Pick<RoundFigures, 'round' | 'instrument' | 'levels' | 'choices' | 'promoters'>,
  { measure, side }: NonNullable<Objective['measuredBy']>,
): readonly Told[] {
  const isIt = (figure: { readonly measure: string; readonly side: string }): boolean =>
    figure.measure === measure && figure.side === side;
  const level = levels.find((figure) => isIt(figure) && figure.cut === undefined);
  if (level !== undefined) return [{ round, instrument, n: level.n, kind: 'mean', value: level.mean }];
  const choice = choices.find(isIt);
  if (choice !== undefined) return [{ round, instrument, n: choice.n, kind: 'share', ...inPerCent(choice) }];
  const score = promoters.find(isIt);
  return score === undefined
    ? []
    : [{ round, instrument, n: score.n, kind: 'promoters', value: score.score, low: score.low, high: score.high }];
}

function inPerCent({ share, low, high }: Pick<ChoiceFigure, 'share' | 'low' | 'high'>) {
  return { value: 100 * share, low: 100 * low, high: 100 * high };
}
