import type { RealClock } from '../src/kernel/clock';

export interface BucketSize {
  /** How many may come at once. */
  readonly burst: number;
  /** How many a second over time. */
  readonly perSecond: number;
}

/** A bucket for each person or address; one that empties leaves the others full. */
export interface TokenBuckets {
  /** Takes one, where there is one. */
  take(key: string): boolean;
  /** Whether there is one to take. */
  has(key: string): boolean;
}

const mostRemembered = 20_000;

/** Buckets that fill with real time. Memory is bounded: whoever was unheard of for longest is forgotten, and has a full one again. */
export function createTokenBuckets({ burst, perSecond }: BucketSize, realClock: RealClock): TokenBuckets {
  const buckets = new Map<string, { readonly left: number; readonly at: number }>();
  const now = (): number => Date.parse(realClock.now());
  const leftOf = (key: string): number => {
    const bucket = buckets.get(key);
    return bucket === undefined
      ? burst
      : Math.min(burst, bucket.left + (Math.max(0, now() - bucket.at) / 1000) * perSecond);
  };
  return {
    has: (key) => leftOf(key) >= 1,
    take(key) {
      const left = leftOf(key);
      // Deleted and set again, so that the first entries are those unheard of for longest.
      buckets.delete(key);
      buckets.set(key, { left: left < 1 ? left : left - 1, at: now() });
      if (buckets.size > mostRemembered) {
        const [oldest] = buckets.keys();
        if (oldest !== undefined) buckets.delete(oldest);
      }
      return left >= 1;
    },
  };
}
