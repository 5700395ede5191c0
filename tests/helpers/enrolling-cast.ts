import type { Participant } from '../../src/domain/participant';
import { memoryPorts, type MemoryPorts } from './memory-ports';
import { castOf, put, type Stage } from './stage';

/** A programme open for enrolment in which these people have said yes, counted on its board. */
export async function enrollingCast(
  now: string,
  participants: readonly Participant[],
): Promise<{ readonly stage: Stage; readonly ports: MemoryPorts }> {
  const ports = memoryPorts();
  const stage = await castOf(ports, { now, programme: { state: 'enrolling' }, participants });
  await put(ports, 'passages', 'change', `${now}|c`, {
    at: now,
    id: 'c',
    what: 'seed',
    correlationId: 'c',
    by: 'system',
    counts: { 'participants.enrolled': participants.length },
  });
  await stage.work();
  return { stage, ports };
}
