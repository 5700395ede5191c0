import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TableClient } from '@azure/data-tables';
import type { RowCatalogue } from '../../../bot/storage/row-catalogue';
import type { RowStore } from '../../../src/kernel/row-store';

/** A row exactly as a release wrote it, for good, and what every later release reads from it. */
export interface GoldenRow {
  readonly kind: string;
  readonly key: string;
  /** In the partition `golden` of `tenant-1`. */
  readonly entity: { readonly partitionKey: string; readonly rowKey: string; readonly v: number };
  readonly value: unknown;
}

/** The rows in a folder of `golden`, one file each. */
export function goldenRows(folder: string): GoldenRow[] {
  const path = join(__dirname, 'golden', folder);
  return readdirSync(path)
    .sort()
    .map((file) => JSON.parse(readFileSync(join(path, file), 'utf8')) as GoldenRow);
}

/** Versions of the catalogue, as `kind-v1`, of which no row is kept. */
export function versionsWithoutGoldenRow<Rows>(catalogue: RowCatalogue<Rows>, rows: readonly GoldenRow[]): string[] {
  const kept = new Set(rows.map(({ kind, entity }) => `${kind}-v${String(entity.v)}`));
  const all = Object.entries<{ version: number }>(catalogue).flatMap(([kind, { version }]) =>
    Array.from({ length: version }, (_, old) => `${kind}-v${String(old + 1)}`),
  );
  return all.filter((name) => !kept.has(name));
}

/** What today's release makes of the rows, in their order. */
export async function readGoldenRows<Rows>(
  client: TableClient,
  store: RowStore<Rows>,
  rows: readonly GoldenRow[],
): Promise<unknown[]> {
  for (const { entity } of rows) await client.createEntity({ ...entity });
  const read = rows.map(({ kind, key }) => store.get('golden', kind as keyof Rows & string, key));
  return (await Promise.all(read)).map((row) => row?.value);
}
