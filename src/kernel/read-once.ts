import type { RowStore, Stored } from './row-store';

/**
 * The store as one press reads it: a row that was read is not read again, also where the first read is still under way, until something
 * is written to its partition through this store. A read that failed is tried anew. Ranges are always read. What others write meanwhile is
 * not seen: whoever decides on a row writes it, or holds it, with its etag.
 */
export function readOnce<Rows>(store: RowStore<Rows>): RowStore<Rows> {
  const known = new Map<string, Map<string, Promise<unknown>>>();
  return {
    get<K extends keyof Rows & string>(partition: string, kind: K, key: string): Promise<Stored<Rows[K]> | undefined> {
      const rows = known.get(partition) ?? new Map<string, Promise<unknown>>();
      known.set(partition, rows);
      const name = `${kind}|${key}`;
      const before = rows.get(name) as Promise<Stored<Rows[K]> | undefined> | undefined;
      if (before !== undefined) return before;
      const read = store.get(partition, kind, key);
      rows.set(name, read);
      read.catch(() => rows.delete(name));
      return read;
    },
    range: (partition, kind, query) => store.range(partition, kind, query),
    async commit(partition, writes) {
      try {
        return await store.commit(partition, writes);
      } finally {
        known.delete(partition);
      }
    },
  };
}
