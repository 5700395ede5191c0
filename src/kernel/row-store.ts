import type { Result } from './result';

/** A stored value with the etag that every replace and delete must give back. */
export interface Stored<T> {
  readonly key: string;
  readonly value: T;
  readonly etag: string;
}

/** One change inside an entity-group transaction. There is no write without an etag, by type. */
export type Write<Rows> = {
  [K in keyof Rows & string]:
    | { readonly op: 'insert'; readonly kind: K; readonly key: string; readonly value: Rows[K] }
    | { readonly op: 'replace'; readonly kind: K; readonly key: string; readonly value: Rows[K]; readonly etag: string }
    | { readonly op: 'delete'; readonly kind: K; readonly key: string; readonly etag: string };
}[keyof Rows & string];

export interface RangeQuery {
  /** First key wanted, inclusive. */
  readonly from?: string;
  /** First key not wanted. */
  readonly to?: string;
  /** At most so many rows (1 to 1,000). */
  readonly limit: number;
}

/** A row that is there and that this release cannot read: what it is called and why, never what it holds. */
export interface UnreadableRow {
  readonly kind: string;
  readonly key: string;
  /** `row-from-newer-version`, `row-unreadable` or `row-invalid`. */
  readonly code: string;
}

export interface RowPage<T> {
  readonly rows: readonly Stored<T>[];
  /** Rows of this page that cannot be read, absent when there are none. Whoever would do harm by missing one reads with `readWhole`. */
  readonly unreadable?: readonly UnreadableRow[];
  /** Key to go on from (as `from`), absent when the range is exhausted. */
  readonly next?: string;
}

/** Why a transaction was not written; nothing of it was. */
export type CommitRefusal = 'conflict' | 'too-large';

/**
 * Rows of several kinds in partitions; keys of one kind sort as text. `Rows` names each kind and its value.
 * A lost answer is settled by reading back the operation id, so that a caller never sees its own success as a conflict.
 * Throws a CodedError `storage-unavailable` when the store cannot be reached within its bounded retries.
 */
export interface RowStore<Rows> {
  /** The row, or undefined where there is none. Throws a CodedError for a row that cannot be read. */
  get<K extends keyof Rows & string>(partition: string, kind: K, key: string): Promise<Stored<Rows[K]> | undefined>;
  /** Rows of one kind in key order; those that cannot be read are listed apart and do not count for the limit. */
  range<K extends keyof Rows & string>(partition: string, kind: K, query: RangeQuery): Promise<RowPage<Rows[K]>>;
  /** Writes all or nothing, at most 100 changes, each row once. */
  commit(partition: string, writes: readonly Write<Rows>[]): Promise<Result<undefined, CommitRefusal>>;
}
