import type { ToldSum } from '../disclosure/told-sum';
import { chooseInterval, type ChosenInterval } from '../statistics/choose-interval';
import type { ToldFigure } from '../statistics/told-figure';
import { answeredTwice, levelSum, lookingBack, type AnsweredMeasure, type AnsweredTwice } from './read-measure';
import { agreementScale } from './measures';
import type { AnswerContext, RoundAnswers } from '../../domain/figures';

/** A change that could be shown, were its sums told. */
export interface WantedChange {
  readonly since: 'baseline' | 'looking-back';
  readonly twice: AnsweredTwice;
  readonly interval: ToldFigure<ChosenInterval>;
}

/** What could be told of one measure after a round. */
export interface WantedFigures {
  readonly changes: readonly WantedChange[];
  readonly level: ToldSum;
  readonly cuts: readonly { readonly value: string; readonly sum: ToldSum }[];
}

/**
 * What could be told of a measure after a round: how people changed since the baseline, what its mean is, and at the closing how they see the start
 * today and the means of those who share a value of the declared attribute.
 */
export function wantedFigures(
  answered: AnsweredMeasure,
  { round, instrument }: RoundAnswers,
  { clusterOf, attributeOf }: AnswerContext,
): WantedFigures {
  const changeSince = (since: WantedChange['since']): readonly WantedChange[] => {
    const twice = answeredTwice(answered, since, round, clusterOf);
    const interval = chooseInterval(twice.pairs, twice.halves, agreementScale);
    return interval.hidden ? [] : [{ since, twice, interval }];
  };
  const isClosing = instrument === 'closing';
  const compares = isClosing || instrument === 'waiting' || instrument === 'follow-up';
  const values = [...new Set([...(answered.scores.get(round)?.keys() ?? [])].map((person) => attributeOf.get(person)))]
    .filter((value) => value !== undefined)
    .sort();
  return {
    changes: [...(compares ? changeSince('baseline') : []), ...(isClosing ? changeSince(lookingBack) : [])],
    level: levelSum(answered, round),
    cuts:
      isClosing && answered.measure.cut
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
