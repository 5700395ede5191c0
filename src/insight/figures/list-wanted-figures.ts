import type { ToldSum } from '../disclosure/told-sum';
import { chooseInterval, type ChosenInterval } from '../statistics/choose-interval';
import type { ToldFigure } from '../statistics/told-figure';
import { answeredTwice, levelSum, lookingBack, type AnsweredMeasure, type AnsweredTwice } from './read-measure';
import { agreementScale } from './measures';
import type { AnswerContext, RoundAnswers } from '../../domain/figures';

/** A change that could be shown, were its sums told. */
export interface WantedChange<Since extends string = string> {
  readonly since: Since;
  readonly twice: AnsweredTwice;
  readonly interval: ToldFigure<ChosenInterval>;
}

/** What could be told of one measure after a round. */
export interface WantedFigures<Since extends string = string> {
  readonly changes: readonly WantedChange<Since>[];
  readonly level: ToldSum;
  readonly cuts: readonly { readonly value: string; readonly sum: ToldSum }[];
}

/** Since when a change of the product's own measures is looked at, after a round. */
export function comparedSince({ instrument }: RoundAnswers): readonly ('baseline' | typeof lookingBack)[] {
  if (instrument === 'closing') return ['baseline', lookingBack];
  return instrument === 'waiting' || instrument === 'follow-up' ? ['baseline'] : [];
}

/**
 * What could be told of a measure after a round: how people changed since other rounds, what its mean is, and at the closing the means of those who share a value of
 * the declared attribute.
 */
export function wantedFigures<Since extends string>(
  answered: AnsweredMeasure<string>,
  { round, instrument }: RoundAnswers,
  { clusterOf, attributeOf, late }: AnswerContext,
  compared: readonly Since[],
): WantedFigures<Since> {
  const changeSince = (since: Since): readonly WantedChange<Since>[] => {
    const twice = answeredTwice(answered, since, round, { clusterOf, late });
    const interval = chooseInterval(twice.pairs, twice.halves, agreementScale);
    return interval.hidden ? [] : [{ since, twice, interval }];
  };
  const values = [...new Set([...(answered.scores.get(round)?.keys() ?? [])].map((person) => attributeOf.get(person)))]
    .filter((value) => value !== undefined)
    .sort();
  return {
    changes: compared.flatMap(changeSince),
    level: levelSum(answered, round),
    cuts:
      instrument === 'closing' && answered.measure.cut
        ? values.map((value) => ({ value, sum: levelSum(answered, round, { value, attributeOf }) }))
        : [],
  };
}

/** Its sums, the most wanted first: whether something changed is what a programme is asked. */
export function sumsOf({ changes, level, cuts }: WantedFigures): readonly ToldSum[] {
  return [
    ...changes.flatMap(({ twice, interval }) =>
      interval.method === 'extreme-cases'
        ? [twice.extremes, twice.change, ...twice.ends]
        : [twice.change, ...twice.ends, twice.extremes],
    ),
    level,
    ...cuts.map(({ sum }) => sum),
  ];
}
