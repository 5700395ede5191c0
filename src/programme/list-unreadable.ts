import type { UnreadableRow } from '../kernel/row-store';
import { isUnreadable } from '../kernel/read-all';
import type { Ports } from './ports';
import type { ProgrammeRows } from './rows';

const mostShown = 50;

/** The rows of a programme that were met and cannot be read, 50 at most; a note whose row can be read again, or is gone, is taken away. */
export async function listUnreadable(ports: Ports, programmeId: string): Promise<readonly UnreadableRow[]> {
  const notes = await ports.programmes.range(programmeId, 'unreadable', { limit: mostShown });
  const still: UnreadableRow[] = [];
  for (const { key, value, etag } of notes.rows) {
    if (await cannotBeRead(ports, programmeId, value)) still.push(value);
    else await ports.programmes.commit(programmeId, [{ op: 'delete', kind: 'unreadable', key, etag }]);
  }
  return still;
}

async function cannotBeRead(ports: Ports, programmeId: string, row: UnreadableRow): Promise<boolean> {
  try {
    await ports.programmes.get(programmeId, row.kind as keyof ProgrammeRows, row.key);
    return false;
  } catch (error) {
    if (isUnreadable(error)) return true;
    throw error;
  }
}
