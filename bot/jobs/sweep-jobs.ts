import { readAll } from '../../src/kernel/read-all';
import type { EngineDeps } from './engine-deps';
import { programmeIds } from './programmes';
import { isOver } from './work-runner';

/**
 * Sends the notice again of every job that waits although nobody holds it and that was seen waiting a sweep ago already: its notice
 * may be lost, expired, or the queue deleted. `seen` is what the sweep before returned. A notice too many is a no-op.
 */
export async function sweepJobs(deps: EngineDeps, seen: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const waiting = new Set<string>();
  for (const programmeId of await programmeIds(deps.ports)) {
    for await (const { key, value } of readAll(deps.ports.programmes, programmeId, 'job')) {
      const held = value.state === 'running' && (value.heldUntil ?? '') > deps.realClock.now();
      if (isOver(value) || held) continue;
      const name = `${programmeId}|${key}|${String(value.tries)}`;
      if (seen.has(name)) await deps.ports.work.send({ programmeId, jobId: key });
      else waiting.add(name);
    }
  }
  return waiting;
}
