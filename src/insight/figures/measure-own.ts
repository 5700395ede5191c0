import type { FiguresInput, OwnFigures, OwnShares, RoundAnswers } from '../../domain/figures';
import { choiceIds, ownSurveys, type OwnQuestion, type OwnSurvey } from '../../domain/own-questions';
import type { Side } from '../../domain/proposal';
import type { AnswerSheet } from '../../domain/survey';
import { fewestTold } from '../../privacy/small-groups';
import { measureShare } from '../statistics/measure-share';
import { tellMeasure, type FigureTools } from './tell-measure';
import { promotersOf } from './measure-choices';
import { open, scoreOf } from './measures';
import type { AnsweredMeasure } from './read-measure';
import { valuesOf } from './read-values';

/** Answers that stand apart from all others, at least: of fewer, whoever gave the other one knows everybody's. */
const leastApart = 2;

/**
 * What is told of the questions that HR wrote, by the rules of the product's own: of a scale the mean, and the change since the first round in which it stood; of choices the
 * share of each; of 0 to 10 promoters less detractors. Answers to another version of the questions are not among them.
 */
export function measureOwn(
  input: FiguresInput,
  tools: FigureTools,
): { readonly figures?: OwnFigures; readonly toldSums: readonly string[] } {
  const { round, fewest = fewestTold } = input;
  const { own } = round;
  if (own === undefined) return { toldSums: [] };
  const earlier = (input.ownBefore?.rounds ?? []).filter((before) => before.own?.version === own.version);
  const about = { ...input, earlier, toldBefore: input.ownBefore?.told ?? new Set<string>() };
  const asked = own.questions.flatMap((question) => sidesOf(question).map((side) => ({ question, side })));
  const scales = asked
    .filter(({ question }) => question.kind === 'scale')
    .map(({ question, side }) => {
      const rounds = [...earlier, round].filter((one) => standsIn(question, one));
      const told = tellMeasure(answeredScale(question, side, rounds), about, tools, (one) => sinceFirst(rounds, one));
      const measure = question.id;
      return {
        levels: told.levels.map((level) => ({ ...level, measure })),
        changes: told.changes.map((change) => ({ ...change, measure })),
        toldSums: told.toldSums,
      };
    });
  const figures = {
    levels: scales.flatMap(({ levels }) => levels),
    changes: scales.flatMap(({ changes }) => changes),
    shares: asked.flatMap(({ question, side }) => sharesOf(question, side, round, fewest) ?? []),
    promoters: asked.flatMap(({ question, side }) => {
      const figure =
        question.kind === 'zero-to-ten' ? promotersOf(numbersOf(question, side, round), fewest) : undefined;
      return figure === undefined ? [] : [{ measure: question.id, side, ...figure }];
    }),
  };
  const told = new Set(
    Object.values(figures).flatMap((some: readonly { readonly measure: string }[]) =>
      some.map(({ measure }) => measure),
    ),
  );
  const questions = own.questions.filter(({ id }) => told.has(id));
  return {
    ...(questions.length === 0 ? {} : { figures: { version: own.version, questions, ...figures } }),
    toldSums: scales.flatMap(({ toldSums }) => toldSums),
  };
}

function sidesOf({ who }: OwnQuestion): readonly Side[] {
  return who === 'both' ? ['mentor', 'mentee'] : [who];
}

function standsIn({ id }: OwnQuestion, { own }: RoundAnswers): boolean {
  return own?.questions.some((question) => question.id === id) ?? false;
}

/** The first round in which it stood, for every later one. */
function sinceFirst(rounds: readonly RoundAnswers[], { instrument }: RoundAnswers): readonly OwnSurvey[] {
  const places = ownSurveys.filter((survey) => rounds.some((round) => round.instrument === survey));
  const [first] = places;
  return first === undefined || first === instrument || !places.some((survey) => survey === instrument) ? [] : [first];
}

function answeredScale(question: OwnQuestion, side: Side, rounds: readonly RoundAnswers[]): AnsweredMeasure<string> {
  // What was told of another version is no sum of these answers.
  const version = rounds.at(-1)?.own?.version ?? 0;
  const measure = { id: `${question.id}@${String(version)}`, items: [{ id: question.id }], ...open };
  return {
    measure,
    side,
    group: 'participants',
    scores: new Map(
      rounds.map((round) => [
        round.round,
        valuesOf(round, side, (sheet) => ofVersion(round, sheet, scoreOf(measure, sheet))),
      ]),
    ),
  };
}

function ofVersion<T>({ own }: RoundAnswers, { version }: AnswerSheet, value: T): T | undefined {
  return version === own?.version ? value : undefined;
}

function numbersOf({ id }: OwnQuestion, side: Side, round: RoundAnswers): readonly number[] {
  const values = valuesOf(round, side, (sheet) => {
    const value = ofVersion(round, sheet, sheet.values[id]);
    return typeof value === 'number' ? value : undefined;
  });
  return [...values.values()];
}

/** What each of a side chose, one list a person. */
function chosenOf({ id }: OwnQuestion, side: Side, round: RoundAnswers): readonly (readonly string[])[] {
  return round.sheets.flatMap(({ sheet }) => {
    const value = sheet.side === side ? ofVersion(round, sheet, sheet.values[id]) : undefined;
    return typeof value === 'string' ? [value.split(',')] : [];
  });
}

/**
 * Of one choice all counts are told or none: not where all, or all but one, chose the same. Of several, each choice is a question of its own: not where all,
 * all but one, one or nobody chose it, which of these it does not say.
 */
function sharesOf(question: OwnQuestion, side: Side, round: RoundAnswers, fewest: number): OwnShares | undefined {
  if (question.kind !== 'choice' && question.kind !== 'choices') return undefined;
  const chosen = chosenOf(question, side, round);
  const n = chosen.length;
  if (n < fewest) return undefined;
  const counts = choiceIds(question).map((choice) => ({
    choice,
    k: chosen.filter((choices) => choices.includes(choice)).length,
  }));
  const told =
    question.kind === 'choice'
      ? counts.every(({ k }) => n - k >= leastApart)
        ? counts
        : []
      : counts.filter(({ k }) => k >= leastApart && n - k >= leastApart);
  const choices = told.flatMap(({ choice, k }) => {
    const figure = measureShare(k, n, 0);
    return figure.hidden ? [] : [{ choice, k, share: figure.share, low: figure.low, high: figure.high }];
  });
  return choices.length === 0 ? undefined : { measure: question.id, side, n, choices };
}
