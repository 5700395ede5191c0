import type { Instant, RealClock } from '../src/kernel/clock';

/** The machine's clock; the only place that reads it. */
export function createRealClock(): RealClock {
  return { now: (): Instant => new Date().toISOString() };
}
