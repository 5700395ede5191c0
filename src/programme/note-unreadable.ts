import type { UnreadableRow } from '../kernel/row-store';
import type { Ports } from '../domain/ports';

/** Keeps for HR that a row of the programme cannot be read: its kind and key, not what it holds. Once is enough. */
export async function noteUnreadable(
  ports: Ports<'programmes'>,
  programmeId: string,
  row: UnreadableRow,
): Promise<void> {
  // A note that cannot be read would be noted without end.
  if (row.kind === 'unreadable') return;
  await ports.programmes.commit(programmeId, [
    { op: 'insert', kind: 'unreadable', key: `${row.kind}|${row.key}`, value: row },
  ]);
}
