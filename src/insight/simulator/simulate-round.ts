import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { HalfAnswer } from '../statistics/bound-missing';
import type { ClusteredPair } from '../statistics/measure-clustered-change';
import { simulatedScale, trueChange, type SimulatedCase, type SimulatedRound } from './simulated-round';

/** Items that a score is the mean of, as in the scale of understanding. */
const items = 6;
/**
 * How far people differ before, how far in their change, and what an item adds, at most and to either side, in points. From 2.75 and with half a
 * point of change all of them together end at 5, with shared changes too.
 */
export const spread = { person: 0.5, change: 0.6, item: 0.4 };
export const startsAt = 2.75;
/** How often any one answer is missing for a reason that has nothing to do with it. */
const missingAtRandom = 0.1;

/**
 * A round of which the true mean change is `trueChange`. A person has a state before and a change, an item adds its own; each is bounded, so that
 * no item comes near an end of the scale unless the case begins there. A person's item is the whole step below or above their state, by chance in
 * proportion, so that the mean of the steps is the state exactly and rounding moves no change. The same seed makes the same round.
 */
export function simulateRound(
  { n, before = startsAt, clustered, dropout = 0 }: SimulatedCase,
  seed: number,
): SimulatedRound {
  const generator = xoroshiro128plus(seed);
  const uniform = (): number => (generator.next() >>> 0) / 2 ** 32;
  /** From −width to width, bell-shaped: the mean of three. */
  const around = (width: number): number => width * ((2 * (uniform() + uniform() + uniform())) / 3 - 1);
  const scoreOf = (state: number): number => {
    let sum = 0;
    for (let item = 0; item < items; item++) sum += stepOf(state + around(spread.item), uniform());
    return sum / items;
  };
  const pairs: ClusteredPair[] = [];
  const halves: HalfAnswer[] = [];
  let [people, shared] = [0, 0];
  while (pairs.length < n) {
    const cluster = clustered === true ? Math.floor(people / 2) : people;
    if (clustered === true && people % 2 === 0) shared = around(spread.change);
    people += 1;
    const state = before + around(spread.person);
    const own = around(spread.change);
    const change = clustered === true ? (shared + own) / Math.SQRT2 : own;
    const [first, second] = [scoreOf(state), scoreOf(state + trueChange + change)];
    const leaves = change < 0 && uniform() < dropout;
    const [gaveFirst, gaveSecond] = [uniform() >= missingAtRandom, uniform() >= missingAtRandom && !leaves];
    if (gaveFirst && gaveSecond) pairs.push({ before: first, after: second, cluster: String(cluster) });
    else if (gaveFirst) halves.push({ before: first });
    else if (gaveSecond) halves.push({ after: second });
  }
  return { pairs, halves };
}

/** The step of the scale that somebody in this state ticks, by a number from 0 to 1; beyond an end there is none. */
export function stepOf(state: number, chance: number): number {
  const below = Math.floor(state);
  const step = below + (chance < state - below ? 1 : 0);
  return Math.min(simulatedScale.most, Math.max(simulatedScale.least, step));
}
