import { CodedError } from '../../src/kernel/coded-error';
import type { RowStore, Stored, Write } from '../../src/kernel/row-store';

/** A row as it lies in the memory store. */
export interface MemoryRow {
  readonly partition: string;
  readonly kind: string;
  readonly key: string;
  readonly value: unknown;
  readonly etag: string;
}

export interface MemoryStore<Rows> extends RowStore<Rows> {
  /** Every row, in the order of partition, kind and key. */
  dump(): readonly MemoryRow[];
  /** Makes a row one that this release cannot read. */
  damage(kind: keyof Rows & string, key: string): void;
}

/** A row store with the promises of the real one (etags, all or nothing, a hundred changes, each row once), for tests of rules and use cases. */
export function createMemoryStore<Rows>(): MemoryStore<Rows> {
  const rows = new Map<string, MemoryRow>();
  const damaged = new Set<string>();
  let version = 0;
  const place = (partition: string, kind: string, key: string): string => JSON.stringify([partition, kind, key]);
  const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
  const stored = <T>(row: MemoryRow): Stored<T> => ({ key: row.key, value: copy(row.value as T), etag: row.etag });
  const ofKind = (partition: string, kind: string): MemoryRow[] =>
    [...rows.values()]
      .filter((row) => row.partition === partition && row.kind === kind)
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  const fits = (partition: string, write: Write<Rows>): boolean => {
    const there = rows.get(place(partition, write.kind, write.key));
    return write.op === 'insert' ? there === undefined : there?.etag === write.etag;
  };

  return {
    get: (partition, kind, key) => {
      const row = rows.get(place(partition, kind, key));
      if (row !== undefined && damaged.has(JSON.stringify([kind, key])))
        return Promise.reject(new CodedError('row-unreadable', 'A damaged row of a test'));
      return Promise.resolve(row === undefined ? undefined : stored(row));
    },
    range: (partition, kind, { from, to, limit }) => {
      const inRange = ofKind(partition, kind).filter(
        (row) => (from === undefined || row.key >= from) && (to === undefined || row.key < to),
      );
      const found = inRange.filter((row) => !damaged.has(JSON.stringify([kind, row.key])));
      const unreadable = inRange
        .filter((row) => !found.includes(row))
        .map((row) => ({ kind, key: row.key, code: 'row-unreadable' }));
      const next = found[limit]?.key;
      return Promise.resolve({
        rows: found.slice(0, limit).map((row) => stored<never>(row)),
        ...(unreadable.length === 0 ? {} : { unreadable }),
        ...(next === undefined ? {} : { next }),
      });
    },
    commit: (partition, writes) => {
      const places = writes.map((write) => place(partition, write.kind, write.key));
      if (writes.length > 100) return Promise.reject(new Error('too-many-writes'));
      if (new Set(places).size < places.length)
        return Promise.reject(new Error(`row-written-twice: ${places.join(' ')}`));
      if (!writes.every((write) => fits(partition, write))) return Promise.resolve({ ok: false, reason: 'conflict' });
      for (const [index, write] of writes.entries()) {
        const at = places[index] ?? '';
        if (write.op === 'delete') rows.delete(at);
        else
          rows.set(at, {
            partition,
            kind: write.kind,
            key: write.key,
            value: copy(write.value),
            etag: `etag-${String(++version)}`,
          });
      }
      return Promise.resolve({ ok: true, value: undefined });
    },
    damage: (kind, key) => {
      damaged.add(JSON.stringify([kind, key]));
    },
    dump: () => [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row),
  };
}
