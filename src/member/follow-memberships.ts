import { readAll } from '../kernel/read-all';
import type { Ports } from '../domain/ports';
import { retryOnConflict } from '../domain/unit-of-work';
import { dropProjection } from './drop-projection';
import { projectMembership } from './project-membership';

/**
 * Lets what the programme has decided of these accounts be known in their own partitions when this returns, without waiting for the tick:
 * should this be interrupted, the tick does the rest.
 */
export async function followMemberships(
  ports: Ports<'programmes' | 'people'>,
  programmeId: string,
  people: ReadonlySet<string>,
): Promise<void> {
  if (people.size === 0) return;
  for await (const row of readAll(ports.programmes, programmeId, 'projection')) {
    const { value } = row;
    if (value.type !== 'membership' || !people.has(value.directoryId)) continue;
    await retryOnConflict(() => projectMembership(ports, programmeId, value));
    await dropProjection(ports, programmeId, row);
  }
}
