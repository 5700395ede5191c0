import { createRowStore } from '../../../bot/storage/create-row-store';
import type { RowStoreOptions } from '../../../bot/storage/create-row-store';
import type { RowCatalogue } from '../../../bot/storage/row-catalogue';
import type { Ids } from '../../../src/kernel/ids';
import type { RowStore } from '../../../src/kernel/row-store';

export interface ExampleRows {
  note: { readonly text: string };
  due: { readonly at: string };
}

export const exampleCatalogue: RowCatalogue<ExampleRows> = { note: { version: 1 }, due: { version: 1 } };

/** Ids in a known order, each with the prefix. */
export function countingIds(prefix = 'op'): Ids {
  let n = 0;
  return { next: () => `${prefix}-${String(++n)}` };
}

export function exampleStore(
  overrides: Partial<RowStoreOptions<ExampleRows>> & Pick<RowStoreOptions<ExampleRows>, 'tableClient'>,
): RowStore<ExampleRows> {
  return createRowStore<ExampleRows>({
    tenant: 'tenant-1',
    catalogue: exampleCatalogue,
    ids: countingIds(),
    ...overrides,
  });
}

/** The etag of a row that must be there. */
export async function etagOf(store: RowStore<ExampleRows>, partition: string, key: string): Promise<string> {
  const row = await store.get(partition, 'note', key);
  if (row === undefined) throw new Error(`No row ${key}`);
  return row.etag;
}

export const note = (key: string, text = key) => ({ op: 'insert', kind: 'note', key, value: { text } }) as const;

/** Keys of the notes of a partition, in order. */
export async function noteKeys(store: RowStore<ExampleRows>, partition: string): Promise<string[]> {
  return (await store.range(partition, 'note', { limit: 1000 })).rows.map(({ key }) => key);
}
