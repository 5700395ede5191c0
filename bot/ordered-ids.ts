import { randomBytes } from 'node:crypto';
import type { RealClock } from '../src/kernel/clock';
import type { Ids } from '../src/kernel/ids';

/**
 * Identifiers that sort in the order they were made by one process, so that messages queued together go out in that order, with 48
 * random bits so that two processes never make the same.
 */
export function createOrderedIds(realClock: RealClock): Ids {
  let last = 0;
  return {
    next: () => {
      last = Math.max(Date.parse(realClock.now()) * 1000, last + 1);
      return `${last.toString(36).padStart(11, '0')}-${randomBytes(6).toString('hex')}`;
    },
  };
}
