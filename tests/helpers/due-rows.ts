import type { DueWork } from '../../src/domain/due-work';
import type { Ports } from '../../src/domain/ports';
import { readAll } from '../../src/kernel/read-all';
import type { Stored } from '../../src/kernel/row-store';

/** Due work of all shards in the order of time; with `until`, only what is due by then. */
export async function dueRows(
  ports: Ports<'programmes'>,
  programmeId: string,
  until?: string,
): Promise<readonly Stored<DueWork>[]> {
  const rows: Stored<DueWork>[] = [];
  for await (const row of readAll(ports.programmes, programmeId, 'due'))
    if (until === undefined || row.value.at <= until) rows.push(row);
  return rows.sort((a, b) => (timed(a) < timed(b) ? -1 : 1));
}

const timed = ({ value, key }: Stored<DueWork>): string => `${value.at}|${key}`;
