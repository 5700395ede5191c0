import type { Results, ToldRound } from './results-contract';

/** One figure, whatever it is made of, with the number it is about and all that goes with it. */
export interface FigureLine {
  readonly round: ToldRound['round'];
  readonly instrument: ToldRound['instrument'];
  readonly kind: FigureKind;
  readonly measure: ToldRound['levels'][number]['measure'];
  readonly side: ToldRound['levels'][number]['side'];
  /** The value of the declared attribute that these people share. */
  readonly cut?: string;
  /** Of a number of answers: which one. */
  readonly answer?: string;
  readonly n: number;
  /** Of a difference: people who waited. */
  readonly waiting?: number;
  readonly missing?: number;
  /** Points of the scale, people, a share from 0 to 1, or points from -100 to 100, by its kind. */
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly method?: ToldRound['changes'][number]['method'];
  readonly before?: number;
  readonly after?: number;
  readonly lowest?: number;
  readonly highest?: number;
  readonly g?: number;
  readonly gLow?: number;
  readonly gHigh?: number;
  readonly rose?: number;
  readonly fell?: number;
  readonly probability?: number;
}

export const figureKinds = ['change', 'difference', 'looking-back', 'share', 'promoters', 'answers', 'mean'] as const;
export type FigureKind = (typeof figureKinds)[number];

/** Every figure of the results on a line of its own, round by round; nothing is computed, and what is hidden is not there. */
export function listFigures({ rounds }: Pick<Results, 'rounds'>): readonly FigureLine[] {
  return rounds.flatMap(({ round, instrument, changes, comparisons = [], choices, promoters, levels }) =>
    [
      ...changes.map(changeLine),
      ...comparisons.map(comparisonLine),
      ...choices.flatMap(choiceLines),
      ...promoters.flatMap(promotersLines),
      ...levels.map(({ mean, ...level }) => ({ kind: 'mean' as const, ...level, value: mean })),
    ].map((line) => ({ round, instrument, ...line })),
  );
}

/** A figure without the round it is of; of a question that HR wrote, `Id` is any id. */
export type Line<Id extends string = FigureLine['measure']> = Omit<FigureLine, 'round' | 'instrument' | 'measure'> & {
  readonly measure: Id;
};

/** A change, by whatever round it is since. */
export function changeLine<Id extends string>({
  since,
  change,
  effect,
  signs,
  ends,
  ...told
}: Omit<ToldRound['changes'][number], 'measure' | 'since'> & {
  readonly measure: Id;
  readonly since: string;
}): Line<Id> {
  return {
    kind: since === 'looking-back' ? 'looking-back' : 'change',
    ...told,
    value: change,
    ...ends,
    ...(effect === undefined ? {} : { g: effect.g, gLow: effect.low, gHigh: effect.high }),
    ...signs,
  };
}

function comparisonLine({ difference, waiting, ...told }: Comparison): Line {
  return { kind: 'difference', ...told, waiting, value: difference };
}
type Comparison = NonNullable<ToldRound['comparisons']>[number];

function choiceLines({ counts, share, low, high, ...about }: ToldRound['choices'][number]): readonly Line[] {
  return [
    { kind: 'share', ...about, value: share, low, high },
    ...counts.map(({ choice, k }): Line => ({ kind: 'answers', ...about, answer: `choice.${choice}`, value: k })),
  ];
}

/** Promoters less detractors, and how many of each. */
export function promotersLines<Id extends string>({
  promoters,
  detractors,
  score,
  low,
  high,
  ...about
}: Omit<ToldRound['promoters'][number], 'measure'> & { readonly measure: Id }): readonly Line<Id>[] {
  return [
    { kind: 'promoters', ...about, value: score, low, high },
    { kind: 'answers', ...about, answer: 'answer.nine', value: promoters },
    { kind: 'answers', ...about, answer: 'answer.six', value: detractors },
  ];
}
