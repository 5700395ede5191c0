import { createHash } from 'node:crypto';

/** Draws that depend on the seed and on what is drawn, never on the order of drawing: two runs of one seed agree whatever comes first. */
export interface Chance {
  /** A number from 0 (inclusive) to 1 (exclusive). */
  draw(...about: readonly (string | number)[]): number;
  /** True with the probability given. */
  happens(probability: number, ...about: readonly (string | number)[]): boolean;
}

/** Draws from a SHA-256 of the seed and of what is drawn about, so that they are the same on every machine. */
export function seededChance(seed: number): Chance {
  const draw = (...about: readonly (string | number)[]): number =>
    createHash('sha256')
      .update([seed, ...about].join('|'))
      .digest()
      .readUInt32BE(0) /
    2 ** 32;
  return { draw, happens: (probability, ...about) => draw(...about) < probability };
}
