import { foldChanges } from '../../src/board/fold-changes';
import { applyProjection } from '../../src/dispatch/apply-projection';
import type { BackgroundDeps } from './background-deps';
import type { RetryBackoff } from './retry-backoff';
import { workOff } from './work-off';

const pageSize = 100;

/** How much was done, and whether something is left that must be looked at again. */
export interface Followed {
  readonly done: number;
  readonly isAll: boolean;
}

/** What must follow in other partitions, row by row; `isLeft` where whoever wrote it may be gone. */
export async function followAll(
  deps: BackgroundDeps,
  later: RetryBackoff,
  programmeId: string,
  isLeft: boolean,
): Promise<Followed> {
  let from: string | undefined;
  let done = 0;
  let isAll = true;
  do {
    const page = await deps.ports.programmes.range(programmeId, 'projection', {
      ...(from === undefined ? {} : { from }),
      limit: pageSize,
    });
    if (page.unreadable !== undefined) isAll = false;
    for (const row of page.rows) {
      const context = { now: deps.programmeClock.now(), correlationId: deps.ports.ids.next() };
      const { correlationId } = context;
      const what = { key: `${programmeId}|projection|${row.key}`, programmeId, step: 'projection', correlationId };
      const worked = await workOff(deps, later, what, async () => {
        await applyProjection(deps.ports, programmeId, row, context);
        return true;
      });
      if (worked === 'done') {
        done++;
        if (isLeft) deps.metrics.leftBehind(row.value.type);
      } else isAll = false;
    }
    from = page.next;
  } while (from !== undefined);
  return { done, isAll };
}

/**
 * Folds every change into the counters and the board, as long as `isOurs`: two servers that fold one programme at once would each keep the
 * other from it.
 */
export async function foldAll(
  deps: BackgroundDeps,
  later: RetryBackoff,
  programmeId: string,
  isOurs: () => Promise<boolean>,
): Promise<Followed> {
  let done = 0;
  const worked = await workOff(deps, later, { key: `${programmeId}|fold`, programmeId, step: 'fold' }, async () => {
    while (await isOurs()) {
      const context = { now: deps.programmeClock.now(), correlationId: deps.ports.ids.next() };
      const folded = await foldChanges(deps.ports, programmeId, context);
      if (folded === 0) return true;
      done += folded;
    }
    return false;
  });
  return { done, isAll: worked === 'done' };
}
