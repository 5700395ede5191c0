import type { Stored } from '../kernel/row-store';
import type { Ports } from '../domain/ports';
import type { Projection } from '../domain/projection';

/** Removes the row of a projection that has been applied. Where another server was faster there is nothing left to do. */
export async function dropProjection(
  ports: Ports<'programmes'>,
  programmeId: string,
  projection: Stored<Projection>,
): Promise<void> {
  await ports.programmes.commit(programmeId, [
    { op: 'delete', kind: 'projection', key: projection.key, etag: projection.etag },
  ]);
}
