import { chooseInterval } from '../statistics/choose-interval';
import { compareWithWaiting } from '../statistics/compare-with-waiting';
import type { Figure, Interval } from '../statistics/told-figure';
import { simulateRound } from './simulate-round';
import { simulatedScale, trueChange, type SimulatedCase, type SimulatedRound } from './simulated-round';

/** Rounds of one case. */
export const rounds = 2_000;

/** In how many of the rounds an interval was shown, and in how many of those it held the true change. */
export interface Coverage {
  readonly shown: number;
  readonly covered: number;
}

/** Plays the rounds of a case with the seeds 1 to 2,000 and looks, of each way to make an interval, whether it holds the true change. */
export function measureCoverage(
  simulated: SimulatedCase,
  ways: readonly ((round: SimulatedRound) => Figure<Interval>)[],
): readonly Coverage[] {
  const counts = ways.map((intervalOf) => ({ intervalOf, shown: 0, covered: 0 }));
  for (let seed = 1; seed <= rounds; seed++) {
    const round = simulateRound(simulated, seed);
    for (const count of counts) {
      const figure = count.intervalOf(round);
      if (figure.hidden) continue;
      count.shown += 1;
      if (figure.low <= trueChange && trueChange <= figure.high) count.covered += 1;
    }
  }
  return counts.map(({ shown, covered }) => ({ shown, covered }));
}

/**
 * Plays a round of those in pairs and one of those who waited for each seed, which change by the same, and looks how often the interval of their difference
 * holds 0, where a page shows it: both changes are told, neither between extreme cases.
 */
export function measureComparedCoverage(took: SimulatedCase, waited: SimulatedCase): Coverage {
  let [shown, covered] = [0, 0];
  for (let seed = 1; seed <= rounds; seed++) {
    const [one, other] = [simulateRound(took, seed), simulateRound(waited, seed + rounds)];
    const isShown = [one, other].every(({ pairs, halves }) => {
      const interval = chooseInterval(pairs, halves, simulatedScale);
      return !interval.hidden && interval.method !== 'extreme-cases';
    });
    const figure = compareWithWaiting(one.pairs, other.pairs, one.halves.length + other.halves.length);
    if (!isShown || figure.hidden) continue;
    shown += 1;
    if (figure.low <= 0 && 0 <= figure.high) covered += 1;
  }
  return { shown, covered };
}
