import type { RealClock } from '../../src/kernel/clock';

export interface RateLimits {
  /** Requests that may come at once. */
  readonly burst: number;
  /** Requests per second over time. */
  readonly perSecond: number;
}

export const usualLimits: RateLimits = { burst: 60, perSecond: 10 };
const mostPeople = 20_000;

/** A token bucket for each person: whether this request may go on. One person's flood leaves others alone. */
export function createRateLimit(limits: RateLimits, realClock: RealClock): (person: string) => boolean {
  const buckets = new Map<string, { readonly left: number; readonly at: number }>();
  return (person) => {
    const at = Date.parse(realClock.now());
    const bucket = buckets.get(person) ?? { left: limits.burst, at };
    const left = Math.min(limits.burst, bucket.left + (Math.max(0, at - bucket.at) / 1000) * limits.perSecond);
    // Deleted and set again, so that the first entries are those unheard of for longest.
    buckets.delete(person);
    buckets.set(person, { left: left < 1 ? left : left - 1, at });
    if (buckets.size > mostPeople)
      for (const oldest of buckets.keys()) {
        buckets.delete(oldest);
        break;
      }
    return left >= 1;
  };
}
