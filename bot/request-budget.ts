import type { RealClock } from '../src/kernel/clock';

/** `at-once`: somebody waits for it, or what it belongs to has begun. `in-turn`: everything else, which can wait for those. */
export type Urgency = 'at-once' | 'in-turn';

/** Places for requests to Teams. */
export interface RequestBudget {
  /** Returns when the next request may go. */
  take(urgency: Urgency): Promise<void>;
}

/** Requests do not all take as long to get there: spread a little wider, those that bunch on the way stay within the limit where they arrive. */
const margin = 1.05;

/**
 * Places for so many requests a second of real time, evenly spread: a rest gives no credit. One for everything that this server asks of Teams
 * (sends, chats opened, cards replaced, rosters read), since Teams counts them all.
 */
export function createRequestBudget(
  perSecond: number,
  realClock: RealClock,
  sleep: (milliseconds: number) => Promise<void>,
): RequestBudget {
  const interval = (1000 / perSecond) * margin;
  const waiting: Readonly<Record<Urgency, (() => void)[]>> = { 'at-once': [], 'in-turn': [] };
  const now = (): number => Date.parse(realClock.now());
  let next = 0;
  let isGiving = false;

  async function give(): Promise<void> {
    if (isGiving) return;
    isGiving = true;
    while (waiting['at-once'].length + waiting['in-turn'].length > 0) {
      // No longer than to the next place, also where the clock was put back.
      const wait = Math.min(next - now(), interval);
      // Less than a timer can measure.
      if (wait >= 1) await sleep(wait);
      const go = waiting['at-once'].shift() ?? waiting['in-turn'].shift();
      next = now() + interval;
      go?.();
    }
    isGiving = false;
  }

  return {
    take: (urgency) =>
      new Promise((resolve) => {
        waiting[urgency].push(resolve);
        void give();
      }),
  };
}
