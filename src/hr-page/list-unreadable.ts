import type { UnreadableRow } from '../kernel/row-store';
import { isUnreadable } from '../kernel/read-all';
import type { Ports } from '../domain/ports';
import type { ProgrammeRows } from '../domain/rows';

const mostShown = 50;

type ToldRow = Pick<UnreadableRow, 'kind' | 'key'>;

/** That such a row is there, and under which key, tells who asked to end a pair, paused, said yes, answered or said something of themselves. */
const confidential: ReadonlySet<string> = new Set<keyof ProgrammeRows>([
  'asked',
  'card',
  'card-edit',
  'due',
  'ledger',
  'diversity',
  'pair-ending',
  'queued',
  'status',
]);

/**
 * The rows of a programme that were met and cannot be read, 50 at most, as HR may see them; a note whose row can be read again, or is
 * gone, is taken away.
 */
export async function listUnreadable(ports: Ports<'programmes'>, programmeId: string): Promise<readonly ToldRow[]> {
  const notes = await ports.programmes.range(programmeId, 'unreadable', { limit: mostShown });
  const still: UnreadableRow[] = [];
  for (const { key, value, etag } of notes.rows) {
    if (await cannotBeRead(ports, programmeId, value)) still.push(value);
    else await ports.programmes.commit(programmeId, [{ op: 'delete', kind: 'unreadable', key, etag }]);
  }
  return withoutConfidential(still);
}

async function cannotBeRead(ports: Ports<'programmes'>, programmeId: string, row: UnreadableRow): Promise<boolean> {
  try {
    await ports.programmes.get(programmeId, row.kind as keyof ProgrammeRows, row.key);
    return false;
  } catch (error) {
    if (isUnreadable(error)) return true;
    throw error;
  }
}

/** Those whose key would tell of a person are one line without it. */
function withoutConfidential(rows: readonly UnreadableRow[]): readonly ToldRow[] {
  const open = rows.filter(({ kind }) => !confidential.has(kind)).map(({ kind, key }) => ({ kind, key }));
  return open.length === rows.length ? open : [...open, { kind: 'confidential', key: '' }];
}
