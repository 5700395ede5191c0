import type { OwnQuestion } from '../domain/own-questions';
import { changeLine, promotersLines, type FigureLine, type Line } from './list-figures';
import type { Results, ToldOwn } from './results-contract';

/** A figure of a question that HR wrote. */
export interface OwnFigureLine extends Omit<FigureLine, 'measure'> {
  /** The question's id. */
  readonly measure: string;
  readonly own: OwnQuestion;
}

/** Every figure of HR's own questions on a line of its own, round by round; nothing is computed, and what is hidden is not there. */
export function listOwnFigures({ rounds }: Pick<Results, 'rounds'>): readonly OwnFigureLine[] {
  return rounds.flatMap(({ round, instrument, own }) =>
    own === undefined ? [] : linesOf(own).map((line) => ({ round, instrument, ...line })),
  );
}

function linesOf({
  questions,
  changes,
  shares,
  promoters,
  levels,
}: ToldOwn): readonly Omit<OwnFigureLine, 'round' | 'instrument'>[] {
  const lines: readonly Line<string>[] = [
    ...changes.map(changeLine),
    ...shares.flatMap(({ choices, ...about }) =>
      choices.flatMap(({ choice, k, share, low, high }): readonly Line<string>[] => [
        { kind: 'share', ...about, answer: choice, value: share, low, high },
        { kind: 'answers', ...about, answer: choice, value: k },
      ]),
    ),
    ...promoters.flatMap(promotersLines),
    ...levels.map(({ mean, ...level }): Line<string> => ({ kind: 'mean', ...level, value: mean })),
  ];
  return lines.flatMap((line) => {
    const own = questions.find(({ id }) => id === line.measure);
    return own === undefined ? [] : [{ ...line, own }];
  });
}
