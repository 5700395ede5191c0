import type { Stored } from '../kernel/row-store';
import type { Ports } from '../domain/ports';
import type { Follow } from '../domain/work';

/** Removes a row that has been followed. Where another server was faster there is nothing left to do. */
export async function dropFollow(ports: Ports, programmeId: string, follow: Stored<Follow>): Promise<void> {
  await ports.programmes.commit(programmeId, [{ op: 'delete', kind: 'follow', key: follow.key, etag: follow.etag }]);
}
