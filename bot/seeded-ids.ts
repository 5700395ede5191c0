import { hash } from 'node:crypto';
import type { Ids } from '../src/kernel/ids';

/**
 * Identifiers of the same form and order as the ordered ones, which follow from the seed and from how many were asked for: for one
 * process on a store of its own, since a second one would make the same.
 */
export function createSeededIds(seed: number): Ids {
  let made = 0;
  return {
    next: () => {
      made += 1;
      const tail = hash('sha256', `${String(seed)}|id|${String(made)}`).slice(0, 12);
      return `${made.toString(36).padStart(11, '0')}-${tail}`;
    },
  };
}
