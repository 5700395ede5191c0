import { CodedError } from '../../kernel/coded-error';
import type { SolveHooks } from '../assignment/assignment';
import type { PairingCase } from './prepare-pairing';
import { allowedBelow, weighRows } from './weigh-rows';

/** What an edge holds that a rule forbids; below every score. */
export const forbiddenScore = -32768;

/**
 * The points of every mentor with every mentee, row by row; `forbiddenScore` where a rule forbids the pair. The only thing kept that
 * grows with the pairs: two bytes each. Throws `solving-cancelled`.
 */
export function scoreMatrix(pairing: PairingCase, hooks: SolveHooks = {}): Int16Array {
  const width = pairing.mentees.length;
  const scores = new Int16Array(pairing.mentors.length * width);
  const rows = weighRows(pairing);
  rows.order.forEach((mentor, done) => {
    if (done % 64 === 0) {
      if (hooks.cancelled?.() === true) throw new CodedError('solving-cancelled', 'The choice of pairs was given up');
      hooks.progress?.(done / rows.order.length);
    }
    keepPoints(rows.weigh(mentor), scores.subarray(mentor * width, (mentor + 1) * width));
  });
  return scores;
}

/** Writes the points of edges that are allowed, and `forbiddenScore` for the others. */
function keepPoints(edges: Int32Array, scores: Int16Array): void {
  const [highest, forbidden] = [allowedBelow - 1, forbiddenScore];
  for (let mentee = 0; mentee < scores.length; mentee++) {
    const edge = edges[mentee] as number;
    // Without a branch: whether a pair is forbidden cannot be foretold, and a wrong guess costs more than the rest. All bits where it is.
    const isForbidden = (highest - edge) >> 31;
    scores[mentee] = (edge & ~isForbidden) | (forbidden & isForbidden);
  }
}
