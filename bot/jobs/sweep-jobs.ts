import { readAll } from '../../src/kernel/read-all';
import type { Stored } from '../../src/kernel/row-store';
import type { Job } from '../../src/domain/job';
import { spentJobs, takeUpAgain } from '../../src/domain/job-rules';
import type { BackgroundDeps } from './background-deps';
import { programmeIds } from './programmes';
import { isHeld, isOver } from './work-runner';

export interface Swept {
  /** Jobs that wait though nobody holds them, seen for the first time. */
  readonly waiting: ReadonlySet<string>;
  /** Whether notices were sent again. */
  readonly isAgain: boolean;
}

/**
 * Sends the notice again of every job that waits although nobody holds it and that was seen waiting a sweep ago already: its notice
 * may be lost, expired, or the queue deleted. What was given up and people wait for is taken up again. `seen` is what the
 * sweep before saw waiting. A notice too many is a no-op.
 * Old jobs that came to their end are removed, so that what a sweep reads does not grow with what was ever done.
 */
export async function sweepJobs(deps: BackgroundDeps, seen: ReadonlySet<string>): Promise<Swept> {
  const waiting = new Set<string>();
  let isAgain = false;
  for (const programmeId of await programmeIds(deps.ports)) {
    const over: Stored<Job>[] = [];
    for await (const row of readAll(deps.ports.programmes, programmeId, 'job')) {
      const { key, value, etag } = row;
      const again = takeUpAgain(value, deps.realClock.now());
      if (again !== undefined) {
        const write = { op: 'replace', kind: 'job', key, value: again, etag } as const;
        if ((await deps.ports.programmes.commit(programmeId, [write])).ok)
          await deps.ports.work.send({ programmeId, jobId: key });
        isAgain = true;
        continue;
      }
      const held = isHeld(value, deps.realClock.now(), deps.pace.claimSeconds * 1000);
      if (isOver(value)) over.push(row);
      if (isOver(value) || held) continue;
      const name = `${programmeId}|${key}|${String(value.tries)}`;
      if (seen.has(name)) {
        await deps.ports.work.send({ programmeId, jobId: key });
        isAgain = true;
      } else waiting.add(name);
    }
    await removeJobs(deps, programmeId, spentJobs(over));
  }
  return { waiting, isAgain };
}

const mostInCommit = 100;

/** Where another server removes the same ones, the rest is left to the next sweep. */
async function removeJobs(deps: BackgroundDeps, programmeId: string, jobs: readonly Stored<Job>[]): Promise<void> {
  for (let start = 0; start < jobs.length; start += mostInCommit) {
    const writes = jobs
      .slice(start, start + mostInCommit)
      .map(({ key, etag }) => ({ op: 'delete', kind: 'job', key, etag }) as const);
    if (!(await deps.ports.programmes.commit(programmeId, writes)).ok) return;
  }
}
