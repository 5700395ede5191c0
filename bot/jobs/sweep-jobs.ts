import type { EngineDeps } from './engine-deps';
import { programmeIds } from './programmes';
import { isOver } from './work-runner';

const mostJobs = 1_000;

/**
 * Sends the notice again of every job that waits although nobody holds it and that was seen waiting a sweep ago already: its notice
 * may be lost, expired, or the queue deleted. `seen` is what the sweep before returned. A notice too many is a no-op.
 */
export async function sweepJobs(deps: EngineDeps, seen: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const waiting = new Set<string>();
  for (const programmeId of await programmeIds(deps.ports)) {
    const { rows } = await deps.ports.programmes.range(programmeId, 'job', { limit: mostJobs });
    for (const { key, value } of rows) {
      const held = value.state === 'running' && (value.heldUntil ?? '') > deps.realClock.now();
      if (isOver(value) || held) continue;
      const name = `${programmeId}|${key}|${String(value.tries)}`;
      if (seen.has(name)) await deps.ports.work.send({ programmeId, jobId: key });
      else waiting.add(name);
    }
  }
  return waiting;
}
