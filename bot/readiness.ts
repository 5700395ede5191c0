import type { RealClock } from '../src/kernel/clock';

const goodForMilliseconds = 5_000;

/**
 * Names of stores that do not answer, asked for once in five seconds however many want to know: whoever asks has proved nothing. Where
 * asking itself fails, the next one asks again.
 */
export function createReadiness(
  pingStores: () => Promise<readonly string[]>,
  realClock: RealClock,
): () => Promise<readonly string[]> {
  let last: { readonly at: number; readonly silent: Promise<readonly string[]> } | undefined;
  return async () => {
    const now = Date.parse(realClock.now());
    if (last === undefined || Math.abs(now - last.at) >= goodForMilliseconds) last = { at: now, silent: pingStores() };
    const asked = last;
    try {
      return await asked.silent;
    } catch (error) {
      if (last === asked) last = undefined;
      throw error;
    }
  };
}
