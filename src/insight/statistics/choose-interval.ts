import { isTold } from '../../privacy/small-groups';
import { boundMissing, type HalfAnswer, type Scale } from './bound-missing';
import { measureClusteredChange, type ClusteredPair } from './measure-clustered-change';
import { hiddenFigure, type Figure, type Interval } from './told-figure';

/** How an interval that a page shows was made. */
export interface ChosenInterval extends Interval {
  readonly method: 'student' | 'clusters' | 'extreme-cases';
}

/** More than this share near an end of the scale: it has no room for a change there (Terwee and others, Journal of Clinical Epidemiology 60, 2007). */
const mostNearEnd = 0.15;
/** Points from an end that are near it: a change of that size has no place there any more. */
const nearEnd = 0.5;
/** More than this share without one of the answers: what is left says little of everybody (Schulz and Grimes, The Lancet 359, 2002). */
const mostMissing = 0.2;

/**
 * The interval of a change that a page may show. Student's holds the true change in 95 % of rounds while people answer or not by chance, change
 * apart from each other and have room on the scale; where one of these fails it does not (docs/decisions/measure.md has how often), so:
 * hidden where the scale had no room; around both extreme cases where many are missing; between clusters where people share a partner.
 * Hidden too where everybody changed alike, since everybody's change would be known. `measure` of the command line has Student's always.
 */
export function chooseInterval(
  pairs: readonly ClusteredPair[],
  halves: readonly HalfAnswer[],
  scale: Scale,
): Figure<ChosenInterval> {
  if (!isTold(pairs.length) || lacksRoom(pairs, scale)) return hiddenFigure;
  const figure = measureClusteredChange(pairs, halves.length);
  if (figure.hidden || figure.deviation === 0) return hiddenFigure;
  const { n, missing, low, high } = figure;
  if (missing > mostMissing * (n + missing)) {
    const bounds = boundMissing(pairs, halves, scale);
    return bounds.hidden ? bounds : { hidden: false, n, missing, ...bounds.interval, method: 'extreme-cases' };
  }
  const method = new Set(pairs.map(({ cluster }) => cluster)).size === n ? 'student' : 'clusters';
  return { hidden: false, n, missing, low, high, method };
}

/**
 * Whether so many stood near an end of the scale that a change towards it could not be seen. Asked of the first answers alone: a rule that looks
 * at the second ones hides the larger changes and shows the smaller, and what is shown is then too low (coverage fell to 91 % by it).
 */
export function lacksRoom(pairs: readonly ClusteredPair[], { least, most }: Scale): boolean {
  return [least, most].some(
    (end) => pairs.filter(({ before }) => Math.abs(before - end) <= nearEnd).length > mostNearEnd * pairs.length,
  );
}
