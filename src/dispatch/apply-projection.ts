import type { Ports, UseCaseContext } from '../domain/ports';
import type { Projection } from '../domain/projection';
import { retryOnConflict } from '../domain/unit-of-work';
import type { Stored } from '../kernel/row-store';
import type { ProjectionStep } from '../member/declare-projection';
import { dropProjection } from '../member/drop-projection';
import { stepsFor } from './projections';

/** Carries one change of the programme to where it must be known too, then removes its row. Repeatable. */
export async function applyProjection(
  ports: Ports,
  programmeId: string,
  projection: Stored<Projection>,
  context: UseCaseContext,
): Promise<void> {
  const { value } = projection;
  for (const step of stepsFor(value.type) as readonly ProjectionStep<typeof value.type>[])
    await retryOnConflict<unknown>(() => step(ports, programmeId, value as never, context));
  await dropProjection(ports, programmeId, projection);
}
