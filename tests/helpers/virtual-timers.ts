import type { After } from '../../bot/jobs/turn-loop';
import type { MovableClock } from './lane-stage';

/** Timers that end when a test says so: time passes from one to the next, and stands while what one began is done. */
export interface VirtualTimers {
  readonly after: After;
  /** Lets so many milliseconds pass on the clocks, each turn that begins in them coming to its end. */
  pass(milliseconds: number): Promise<void>;
}

/** Each turn is over when it sets the timer of the next, so that there are always as many timers as loops. The first clock is theirs. */
export function virtualTimers(clocks: readonly [MovableClock, ...MovableClock[]]): VirtualTimers {
  const [own] = clocks;
  const timers = new Map<object, { readonly at: number; readonly run: () => void }>();
  let isSet: () => void = () => undefined;
  const moveTo = (at: number): void => {
    const by = at - own.at;
    if (by > 0) for (const clock of clocks) clock.at += by;
  };
  return {
    after(milliseconds, run) {
      const timer = {};
      timers.set(timer, { at: own.at + milliseconds, run });
      isSet();
      return () => {
        timers.delete(timer);
      };
    },
    async pass(milliseconds) {
      const end = own.at + milliseconds;
      for (;;) {
        const [first] = [...timers].sort(([, a], [, b]) => a.at - b.at);
        if (first === undefined || first[1].at > end) break;
        const [timer, { at, run }] = first;
        const loops = timers.size;
        moveTo(at);
        timers.delete(timer);
        run();
        while (timers.size < loops)
          await new Promise<void>((resolve) => {
            isSet = resolve;
          });
      }
      moveTo(end);
    },
  };
}
