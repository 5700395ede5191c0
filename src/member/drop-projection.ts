import type { Stored } from '../kernel/row-store';
import type { Ports } from '../domain/ports';
import type { Projection } from '../domain/projection';

/** Removes a row that has been followed. Where another server was faster there is nothing left to do. */
export async function dropProjection(
  ports: Ports<'programmes'>,
  programmeId: string,
  follow: Stored<Projection>,
): Promise<void> {
  await ports.programmes.commit(programmeId, [
    { op: 'delete', kind: 'projection', key: follow.key, etag: follow.etag },
  ]);
}
