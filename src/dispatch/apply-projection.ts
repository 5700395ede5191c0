import type { Capability, Ports, UseCaseContext } from '../domain/ports';
import type { Projection } from '../domain/projection';
import { retryOnConflict } from '../domain/unit-of-work';
import type { Stored } from '../kernel/row-store';
import { dropProjection } from '../member/drop-projection';
import { stepsFor } from './projections';

/** Carries one change of the programme to where it must be known too, then removes its row. Repeatable. */
export async function applyProjection(
  ports: Ports<Capability>,
  programmeId: string,
  projection: Stored<Projection>,
  context: UseCaseContext,
): Promise<void> {
  const { value } = projection;
  for (const step of stepsFor(value.type)) await retryOnConflict(() => step(ports, programmeId, value, context));
  await dropProjection(ports, programmeId, projection);
}
