import type { ChangeFigure } from '../../domain/figures';
import { boundMissing } from '../statistics/bound-missing';
import { compareSigns } from '../statistics/compare-signs';
import { describeSample } from '../statistics/describe-sample';
import { measureEffect } from '../statistics/measure-effect';
import type { AnsweredMeasure } from './read-measure';
import { agreementScale } from './measures';
import type { WantedChange } from './list-wanted-figures';

/** A change as it is told, made of no sum but those that are; undefined where they do not suffice for its interval. */
export function changeFigure<Id extends string, Since extends string>(
  { measure, side }: AnsweredMeasure<Id>,
  { since, twice, interval }: WantedChange<Since>,
  isTold: (id: string) => boolean,
): ChangeFigure<Id, Since> | undefined {
  const { pairs, halves } = twice;
  if (!isTold(twice.change.id)) return undefined;
  const tellsExtremes = isTold(twice.extremes.id);
  if (interval.method === 'extreme-cases' && !tellsExtremes) return undefined;
  const { mean } = describeSample(pairs.map(({ before, after }) => after - before));
  const effect = measureEffect(pairs, halves.length);
  const signs = compareSigns(pairs, halves.length);
  return {
    measure: measure.id,
    side,
    since,
    n: interval.n,
    missing: interval.missing,
    change: mean,
    low: interval.low,
    high: interval.high,
    method: interval.method,
    ...(tellsExtremes ? extremeCases(twice) : widestCases(mean, pairs.length, halves.length)),
    ...(effect.hidden ? {} : { effect: { g: effect.g, low: effect.low, high: effect.high } }),
    ...(signs.hidden || isUnanimous(signs, pairs.length)
      ? {}
      : { signs: { rose: signs.rose, fell: signs.fell, probability: signs.probability } }),
    ...(twice.ends.every(({ id }) => isTold(id))
      ? {
          ends: {
            before: describeSample(pairs.map(({ before }) => before)).mean,
            after: describeSample(pairs.map(({ after }) => after)).mean,
          },
        }
      : {}),
  };
}

type Cases = Pick<ChangeFigure, 'lowest' | 'highest'>;

function extremeCases({ pairs, halves }: WantedChange['twice']): Cases {
  const bounds = boundMissing(pairs, halves, agreementScale);
  if (bounds.hidden) return widestCases(Number.NaN, pairs.length, halves.length);
  return { lowest: bounds.lowest, highest: bounds.highest };
}

/** As though those who answered once had answered neither time: their one answer would follow from anything closer. */
function widestCases(mean: number, n: number, missing: number): Cases {
  const reach = agreementScale.most - agreementScale.least;
  return {
    lowest: (mean * n - missing * reach) / (n + missing),
    highest: (mean * n + missing * reach) / (n + missing),
  };
}

/** Where all rose, all fell or nobody did either, it is known of each. */
function isUnanimous({ rose, fell }: { readonly rose: number; readonly fell: number }, n: number): boolean {
  return rose === n || fell === n || rose + fell === 0;
}
