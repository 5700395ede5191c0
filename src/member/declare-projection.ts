import type { Capability, Ports, UseCaseContext } from '../domain/ports';
import type { Projection, ProjectionType } from '../domain/projection';

/**
 * Carries facts to where they must be known too. It is done again after a crash, and after a conflict (`conflict` as its answer), so it
 * derives what it writes from what the programme says now, and finds its own work done.
 */
export type ProjectionStep<T extends ProjectionType> = (
  ports: Ports<Capability>,
  programmeId: string,
  projection: Projection<T>,
  context: UseCaseContext,
) => Promise<unknown>;

/** What a feature does with facts. Several features may act on the same. */
export type ProjectionDeclarations = { readonly [T in ProjectionType]?: ProjectionStep<T> };
