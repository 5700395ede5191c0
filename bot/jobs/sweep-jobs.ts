import { readAll } from '../../src/kernel/read-all';
import { takeUpAgain } from '../../src/work/rules';
import type { EngineDeps } from './engine-deps';
import { programmeIds } from './programmes';
import { isOver } from './work-runner';

/**
 * Sends the notice again of every job that waits although nobody holds it and that was seen waiting a sweep ago already: its notice
 * may be lost, expired, or the queue deleted. What was given up and people wait for is taken up again. `seen` is what the sweep before returned. A notice too many is a no-op.
 */
export async function sweepJobs(deps: EngineDeps, seen: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const waiting = new Set<string>();
  for (const programmeId of await programmeIds(deps.ports)) {
    for await (const { key, value, etag } of readAll(deps.ports.programmes, programmeId, 'job')) {
      const again = takeUpAgain(value, deps.realClock.now());
      if (again !== undefined) {
        const write = { op: 'replace', kind: 'job', key, value: again, etag } as const;
        if ((await deps.ports.programmes.commit(programmeId, [write])).ok)
          await deps.ports.work.send({ programmeId, jobId: key });
        continue;
      }
      const held = value.state === 'running' && (value.heldUntil ?? '') > deps.realClock.now();
      if (isOver(value) || held) continue;
      const name = `${programmeId}|${key}|${String(value.tries)}`;
      if (seen.has(name)) await deps.ports.work.send({ programmeId, jobId: key });
      else waiting.add(name);
    }
  }
  return waiting;
}
