import type { Participant } from '../../src/domain/participant';
import { memoryPorts, type MemoryPorts } from './memory-ports';
import { castOf, type Stage } from './stage';

/** A programme open for enrolment in which these people have said yes, counted on its board. */
export async function enrollingCast(
  now: string,
  participants: readonly Participant[],
): Promise<{ readonly stage: Stage; readonly ports: MemoryPorts }> {
  const ports = memoryPorts();
  return { stage: await castOf(ports, { now, programme: { state: 'enrolling' }, participants }), ports };
}
