import type { BackgroundDeps } from './background-deps';
import type { RetryBackoff } from './retry-backoff';

/** One piece of work, as it is logged and counted. */
export interface Step {
  /** Names the row among all of the tenant. */
  readonly key: string;
  readonly programmeId: string;
  readonly step: string;
  readonly correlationId?: string;
}

/** What became of it: it was done; another change came first; it failed, now or a moment ago, and is tried again later. */
export type Worked = 'done' | 'lost' | 'failed';

/** Does one piece of work by itself, so that one that fails leaves the others alone; `run` tells whether it came through. */
export async function workOff(
  deps: BackgroundDeps,
  later: RetryBackoff,
  what: Step,
  run: () => Promise<boolean>,
): Promise<Worked> {
  if (!later.mayTry(what.key)) return 'failed';
  try {
    const done = await run();
    later.clear(what.key);
    return done ? 'done' : 'lost';
  } catch (error) {
    later.note(what.key);
    deps.metrics.tickFailure(what.step);
    const { programmeId, step, correlationId } = what;
    deps.log.error(
      { programmeId, step, correlationId, ...deps.errorFields(error) },
      'Due work failed and is tried again',
    );
    return 'failed';
  }
}
