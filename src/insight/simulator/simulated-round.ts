import type { ClusteredPair } from '../statistics/measure-clustered-change';
import type { HalfAnswer, Scale } from '../statistics/bound-missing';

/** What people do in a simulated round that the statement of 95 % does not cover. All absent: missing at random, no clusters, no ceilings. */
export interface SimulatedCase {
  /** People who give both answers, exactly. */
  readonly n: number;
  /** Mean of the scale before, in points of 1 to 5; 2.75 where absent, so that nobody comes near an end. */
  readonly before?: number;
  /** Two mentors share each mentee, and half of a change is the mentee's. */
  readonly clustered?: true;
  /** Who changed less than most leaves out the closing with this probability; who changed more answers. */
  readonly dropout?: number;
}

/** The answers of a round of which the true mean change is known. */
export interface SimulatedRound {
  readonly pairs: readonly ClusteredPair[];
  readonly halves: readonly HalfAnswer[];
}

/** The change that the simulated programme truly makes, in points of the scale. */
export const trueChange = 0.5;

/** Items have five steps. */
export const simulatedScale: Scale = { least: 1, most: 5 };
