import type { Instant } from '../kernel/clock';
import type { OwnInstrument, OwnQuestion, OwnSurvey } from './own-questions';
import type { Side } from './proposal';
import type { AnswerSheet, Instrument } from './survey';

/** What a programme measures: a question, or several that are one scale. */
export const measureIds = [
  'understanding',
  'engagement',
  'confidence',
  'speak-up',
  'safe',
  'satisfied',
  'useful',
  'heard',
  'learned',
  'recognition',
  'pride',
  'meaning',
  'ideas',
  'variety',
  'again',
  'contacts-function',
  'contacts-site',
  'tool-use',
] as const;
export type MeasureId = (typeof measureIds)[number];

interface FigureOf<Id extends string> {
  readonly measure: Id;
  readonly side: Side;
  /** People. */
  readonly n: number;
}

/** The mean of one round, in points of the scale; of people who share a declared attribute where `cut` has its value. */
export interface LevelFigure<Id extends string = MeasureId> extends FigureOf<Id> {
  readonly mean: number;
  readonly cut?: string;
}

/** How the same people changed. */
export interface ChangeFigure<
  Id extends string = MeasureId,
  Since extends string = 'baseline' | 'looking-back',
> extends FigureOf<Id> {
  /** The round before. `looking-back`: since the programme began, as people see it at its end. */
  readonly since: Since;
  /** People who gave one of the two answers. */
  readonly missing: number;
  /** Mean of the differences, in points of the scale, with its 95 % interval. */
  readonly change: number;
  readonly low: number;
  readonly high: number;
  readonly method: 'student' | 'clusters' | 'extreme-cases';
  /** Mean change of everybody in the two extreme cases of what is missing. */
  readonly lowest: number;
  readonly highest: number;
  /** Hedges' g, in standard deviations of the changes. */
  readonly effect?: { readonly g: number; readonly low: number; readonly high: number };
  /** The exact sign test. */
  readonly signs?: { readonly rose: number; readonly fell: number; readonly probability: number };
  /** Where the same people began and ended; absent where that would tell of those who answered once. */
  readonly ends?: { readonly before: number; readonly after: number };
}

/** How many chose what, in the order of the choices, and the share of those that count. */
export interface ChoiceFigure extends FigureOf<MeasureId> {
  readonly counts: readonly { readonly choice: string; readonly k: number }[];
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Promoters minus detractors, in points from -100 to 100. */
export interface PromotersFigure<Id extends string = MeasureId> extends FigureOf<Id> {
  readonly promoters: number;
  readonly detractors: number;
  readonly score: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How much more participants changed by the closing than those who waited for a partner, in points of the scale. It is in the figures of the round of
 * those who waited; both changes are told in their own.
 */
export interface ComparisonFigure extends FigureOf<MeasureId> {
  /** People who waited and answered twice; `n` are participants. */
  readonly waiting: number;
  /** People of both who gave one of the two answers. */
  readonly missing: number;
  /** With its 95 % interval. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** How many of a side chose what, each with its share and Wilson's interval; of several choices, those that tell nobody's. */
export interface OwnShares {
  readonly measure: string;
  readonly side: Side;
  readonly n: number;
  readonly choices: readonly {
    readonly choice: string;
    readonly k: number;
    readonly share: number;
    readonly low: number;
    readonly high: number;
  }[];
}

/** What is told of HR's own questions in a round, with their words, so that it can be read without the plan. `measure` is a question's id. */
export interface OwnFigures {
  readonly version: number;
  readonly questions: readonly OwnQuestion[];
  readonly levels: readonly LevelFigure<string>[];
  /** Since the first round in which the same question stood. */
  readonly changes: readonly ChangeFigure<string, OwnSurvey>[];
  readonly shares: readonly OwnShares[];
  readonly promoters: readonly PromotersFigure<string>[];
}

/** All that is told of the answers of a round, by whatever way; made once, when it has closed, and the same ever after. What is not told is not in it. */
export interface RoundFigures {
  readonly round: string;
  readonly instrument: Instrument;
  readonly frozenAt: Instant;
  readonly levels: readonly LevelFigure[];
  readonly changes: readonly ChangeFigure[];
  readonly choices: readonly ChoiceFigure[];
  readonly promoters: readonly PromotersFigure[];
  /** In the round of those who waited alone. */
  readonly comparisons?: readonly ComparisonFigure[];
  /** Of the questions that HR wrote; absent where nothing of them is told. */
  readonly own?: OwnFigures;
  /** The sums that follow from these figures, each with a hash of who is in it: later ones are chosen beside them. */
  readonly toldSums: readonly string[];
}

/** A person's sheet of one round. `person` is one key in all rounds, and tells nobody who it is. */
export interface PersonSheet {
  readonly person: string;
  readonly sheet: AnswerSheet;
}

/** All sheets of a round that has closed. */
export interface RoundAnswers {
  readonly round: string;
  readonly instrument: Instrument;
  readonly own?: OwnInstrument;
  readonly sheets: readonly PersonSheet[];
}

/** What somebody's figures are made with, beside their answers. */
export interface AnswerContext {
  /** With whom a person changes together: all whom pairs join, directly or through others. Who is not in it changes alone. */
  readonly clusterOf: ReadonlyMap<string, string>;
  /** The value of the declared attribute; who is not in it declared none. */
  readonly attributeOf: ReadonlyMap<string, string>;
  /** Who was asked the baseline while they waited, and had no pair by its close: their start is beside that of nobody who had one. */
  readonly waiting: ReadonlySet<string>;
  /** Of them, who had a pair before the closing opened: they waited and took part, so that no change is told of them. */
  readonly late: ReadonlySet<string>;
}

/** What the figures of a round are made of. */
export interface FiguresInput {
  readonly round: RoundAnswers;
  /** Rounds that were frozen before it. */
  readonly earlier: readonly RoundAnswers[];
  /** All sums that their figures tell, as `toldSums` has them. */
  readonly toldBefore: ReadonlySet<string>;
  /** Rounds that were frozen before it and asked questions of HR's own, the midpoint too, with all sums that are told of them. */
  readonly ownBefore?: { readonly rounds: readonly RoundAnswers[]; readonly told: ReadonlySet<string> };
  readonly context: AnswerContext;
  /** Answers of which a figure is told, at least; five where absent. */
  readonly fewest?: number;
}

/** Makes the figures of a round, away from whoever waits for the server. Throws `figures-failed`. */
export interface FigureMaker {
  readonly makeFigures: (input: FiguresInput) => Promise<Omit<RoundFigures, 'frozenAt'>>;
}
