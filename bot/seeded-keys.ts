import { createHash } from 'node:crypto';

/** Keys that follow from the seed and from how many were asked for; of no value as secrets. */
export function createSeededKeys(seed: number): () => string {
  let made = 0;
  return () => {
    made += 1;
    return createHash('sha256')
      .update(`${String(seed)}|key|${String(made)}`)
      .digest('base64url');
  };
}
