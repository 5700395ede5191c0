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
    const edges = rows.weigh(mentor);
    const offset = mentor * width;
    for (let mentee = 0; mentee < width; mentee++) {
      const edge = edges[mentee] as number;
      scores[offset + mentee] = edge < allowedBelow ? edge : forbiddenScore;
    }
  });
  return scores;
}
