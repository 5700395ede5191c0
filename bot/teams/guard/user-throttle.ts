import type { Instant } from '../../../src/kernel/clock';

const perSecond = 10;
const burst = 20;
const mostRemembered = 20_000;

interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

/** Lets each user in ten times a second, twenty at once; one user's flood leaves the others alone. Memory is bounded. */
export function createUserThrottle(): { allows(user: string, now: Instant): boolean } {
  const buckets = new Map<string, Bucket>();
  return {
    allows(user, now) {
      const at = Date.parse(now);
      const before = buckets.get(user) ?? { tokens: burst, at };
      const tokens = Math.min(burst, before.tokens + (Math.max(0, at - before.at) / 1000) * perSecond);
      // Taken out and put back, so that the map stays ordered by last use.
      buckets.delete(user);
      buckets.set(user, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
      if (buckets.size > mostRemembered) {
        const [oldest] = buckets.keys();
        if (oldest !== undefined) buckets.delete(oldest);
      }
      return tokens >= 1;
    },
  };
}
