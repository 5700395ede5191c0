import { foldChanges } from '../../src/board/fold-changes';
import type { Stored } from '../../src/kernel/row-store';
import type { UseCaseContext } from '../../src/domain/ports';
import type { ProgrammeRows } from '../../src/domain/rows';
import { applyProjection } from '../../src/dispatch/apply-projection';
import type { BackgroundDeps } from './background-deps';
import { programmeIds, upTo } from './programmes';
import type { RetryBackoff } from './retry-backoff';

const pageSize = 100;

/**
 * One tick over every programme: what must follow in other partitions, what has fallen due, and the fold of changes. Its cost grows
 * with what is due. Returns how many rows were worked off. Two servers may tick at once: each row's transaction is won by one.
 */
export async function runTick(deps: BackgroundDeps, later: RetryBackoff): Promise<number> {
  let done = 0;
  for (const programmeId of await programmeIds(deps.ports)) {
    done += await workOff(deps, later, programmeId, 'projection');
    done += await workOff(deps, later, programmeId, 'due');
    done += await foldAll(deps, later, programmeId);
  }
  return done;
}

/** Row by row, so that one that fails leaves the others alone. */
async function workOff(
  deps: BackgroundDeps,
  later: RetryBackoff,
  programmeId: string,
  kind: 'projection' | 'due',
): Promise<number> {
  const now = deps.programmeClock.now();
  const to = kind === 'due' ? { to: upTo(now) } : {};
  let from: string | undefined;
  let done = 0;
  do {
    const page = await deps.ports.programmes.range(programmeId, kind, {
      ...(from === undefined ? {} : { from }),
      ...to,
      limit: pageSize,
    });
    for (const row of page.rows) {
      const key = `${programmeId}|${kind}|${row.key}`;
      if (!later.mayTry(key)) continue;
      const correlationId = 'correlationId' in row.value ? row.value.correlationId : deps.ports.ids.next();
      const context: UseCaseContext = { now, correlationId };
      const worked = await attempt(
        deps,
        later,
        { key, programmeId, step: stepName(kind, row), correlationId: context.correlationId },
        () => runRow(deps, programmeId, kind, row, context),
      );
      if (worked) done++;
    }
    from = page.next;
  } while (from !== undefined);
  return done;
}

async function runRow(
  deps: BackgroundDeps,
  programmeId: string,
  kind: 'projection' | 'due',
  row: Stored<ProgrammeRows['projection' | 'due']>,
  context: UseCaseContext,
): Promise<void> {
  if (kind === 'projection')
    await applyProjection(deps.ports, programmeId, row as Stored<ProgrammeRows['projection']>, context);
  else await deps.runDue(programmeId, row as Stored<ProgrammeRows['due']>, context);
}

function stepName(kind: 'projection' | 'due', row: Stored<ProgrammeRows['projection' | 'due']>): string {
  return 'kind' in row.value ? row.value.kind : kind;
}

async function foldAll(deps: BackgroundDeps, later: RetryBackoff, programmeId: string): Promise<number> {
  const key = `${programmeId}|fold`;
  if (!later.mayTry(key)) return 0;
  let done = 0;
  await attempt(deps, later, { key, programmeId, step: 'fold' }, async () => {
    for (;;) {
      const folded = await foldChanges(deps.ports, programmeId, {
        now: deps.programmeClock.now(),
        correlationId: deps.ports.ids.next(),
      });
      if (folded === 0) return;
      done += folded;
    }
  });
  return done;
}

async function attempt(
  deps: BackgroundDeps,
  later: RetryBackoff,
  what: {
    readonly key: string;
    readonly programmeId: string;
    readonly step: string;
    readonly correlationId?: string;
  },
  run: () => Promise<void>,
): Promise<boolean> {
  try {
    await run();
    later.clear(what.key);
    return true;
  } catch (error) {
    later.note(what.key);
    deps.metrics.tickFailure(what.step);
    deps.log.error(
      {
        programmeId: what.programmeId,
        step: what.step,
        correlationId: what.correlationId,
        ...deps.errorFields(error),
      },
      'Due work failed and is tried again',
    );
    return false;
  }
}
