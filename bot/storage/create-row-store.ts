import { odata } from '@azure/data-tables';
import type { TableClient } from '@azure/data-tables';
import { CodedError } from '../../src/kernel/coded-error';
import type { Ids } from '../../src/kernel/ids';
import { ok, refused } from '../../src/kernel/result';
import type { RangeQuery, RowPage, RowStore, Stored, UnreadableRow, Write } from '../../src/kernel/row-store';
import { storageRetries, withRetries } from './bounded-retries';
import type { Retries, StorageLog } from './bounded-retries';
import { commitRows } from './commit-rows';
import { useExactEtags, type RowChange } from './exact-batch';
import { checkCatalogue, kindOf } from './row-catalogue';
import type { RowCatalogue } from './row-catalogue';
import { classifyFailure } from './storage-failure';
import { entityFits, keyFits, transactionFits } from './table-limits';
import { endOfKind, fromEntity, partitionKeyOf, rowKeyOf, toEntity, unreadableRow } from './table-mapper';

const mostWrites = 100;
const mostRows = 1_000;

export interface RowStoreOptions<Rows> {
  /** Taken over: its own retries are switched off and its etags made exact. */
  readonly tableClient: TableClient;
  readonly tenant: string;
  readonly catalogue: RowCatalogue<Rows>;
  /** Names each commit, so that a lost answer can be settled. */
  readonly ids: Ids;
  readonly retries?: Retries;
  readonly log?: StorageLog;
  /** Told of each row that cannot be read, every time it is met. */
  readonly onUnreadable?: (partition: string, row: UnreadableRow) => void;
}

/**
 * Rows of one tenant in one table of Azure Tables.
 * Programming errors are thrown: `tenant-invalid`, `too-many-writes`, `row-written-twice`, `etag-required`, `range-invalid`, `unknown-row-kind`,
 * `row-invalid`; and so are `storage-unavailable`, `storage-refused`. A row that cannot be read is thrown by `get` as
 * `row-from-newer-version`, `row-unreadable` or `row-invalid`, and left out and listed by `range`.
 */
export function createRowStore<Rows>(options: RowStoreOptions<Rows>): RowStore<Rows> {
  const { tableClient: client, tenant, catalogue, ids, retries = storageRetries, log, onUnreadable } = options;
  checkCatalogue(catalogue);
  // The bar parts it from the partition.
  if (!/^[\w.-]+$/.test(tenant))
    throw new CodedError('tenant-invalid', 'A tenant is named by letters, digits, . _ and -');
  takeOver(client);

  return {
    async get<K extends keyof Rows & string>(
      partition: string,
      kind: K,
      key: string,
    ): Promise<Stored<Rows[K]> | undefined> {
      kindOf(catalogue, kind);
      const partitionKey = partitionKeyOf(tenant, partition);
      const rowKey = rowKeyOf(kind, key);
      if (!keyFits(partitionKey) || !keyFits(rowKey)) return undefined;
      const read = (abortSignal: AbortSignal) => client.getEntity(partitionKey, rowKey, { abortSignal });
      let entity: Readonly<Record<string, unknown>>;
      try {
        entity = await withRetries(retries, 'get', read, log);
      } catch (error) {
        if (classifyFailure(error) === 'missing') return undefined;
        throw error;
      }
      try {
        return fromEntity(catalogue, kind, entity);
      } catch (error) {
        onUnreadable?.(partition, unreadableRow(kind, rowKey, error));
        throw error;
      }
    },

    async range<K extends keyof Rows & string>(
      partition: string,
      kind: K,
      query: RangeQuery,
    ): Promise<RowPage<Rows[K]>> {
      kindOf(catalogue, kind);
      const { from, to, limit } = query;
      if (!Number.isInteger(limit) || limit < 1 || limit > mostRows) {
        throw new CodedError('range-invalid', `A range is of 1 to ${String(mostRows)} rows`, { kind, limit });
      }
      const first = rowKeyOf(kind, from ?? '');
      const end = to === undefined ? endOfKind(kind) : rowKeyOf(kind, to);
      if (first >= end) return { rows: [] };
      const partitionKey = partitionKeyOf(tenant, partition);
      const filter = odata`PartitionKey eq ${partitionKey} and RowKey ge ${first} and RowKey lt ${end}`;

      // One row more than asked for tells whether there is a next page, and where it begins.
      const found: Stored<Rows[K]>[] = [];
      const unreadable: UnreadableRow[] = [];
      let continuationToken: string | undefined;
      do {
        const settings = { maxPageSize: Math.min(limit + 1 - found.length, mostRows), continuationToken };
        const page = await withRetries(
          retries,
          'range',
          (abortSignal) => client.listEntities({ abortSignal, queryOptions: { filter } }).byPage(settings).next(),
          log,
        );
        if (page.done === true) break;
        for (const entity of page.value) {
          try {
            found.push(fromEntity(catalogue, kind, entity));
          } catch (error) {
            unreadable.push(unreadableRow(kind, String(entity.rowKey), error));
          }
        }
        continuationToken = page.value.continuationToken;
      } while (continuationToken !== undefined && found.length <= limit);

      for (const row of unreadable) onUnreadable?.(partition, row);
      const following = found[limit];
      return {
        rows: found.slice(0, limit),
        ...(unreadable.length === 0 ? {} : { unreadable }),
        ...(following === undefined ? {} : { next: following.key }),
      };
    },

    async commit(partition: string, writes: readonly Write<Rows>[]) {
      if (writes.length === 0) return ok(undefined);
      checkWrites(writes);
      const op = ids.next();
      const partitionKey = partitionKeyOf(tenant, partition);
      const changes = writes.map((write) => toChange(catalogue, partitionKey, write, op));
      refuseRepeats(changes);
      if (!fits(partitionKey, changes)) return refused('too-large');
      return commitRows({ client, retries, ...(log && { log }) }, partitionKey, changes, op);
    },
  };
}

/** Switches off the client's own retries and makes its etags exact. */
export function takeOver(client: TableClient): void {
  client.pipeline.removePolicy({ phase: 'Retry' });
  useExactEtags(client);
}

function checkWrites(writes: readonly { readonly op: string; readonly kind: string; readonly etag?: string }[]): void {
  if (writes.length > mostWrites) {
    throw new CodedError('too-many-writes', `A commit has at most ${String(mostWrites)} changes`, {
      writes: writes.length,
    });
  }
  for (const { op, kind, etag } of writes) {
    // A line break in an etag would end its header.
    if (op !== 'insert' && (etag === undefined || !/^[^\r\n*][^\r\n]*$/.test(etag))) {
      throw new CodedError('etag-required', 'A replace or delete needs the etag of the row that was read', { kind });
    }
  }
}

function refuseRepeats(changes: readonly RowChange[]): void {
  const seen = new Set<string>();
  for (const change of changes) {
    const rowKey = rowKeyIn(change);
    if (seen.has(rowKey))
      throw new CodedError('row-written-twice', 'A commit changes each row once', {
        kind: rowKey.slice(0, rowKey.indexOf('|')),
      });
    seen.add(rowKey);
  }
}

function rowKeyIn(change: RowChange): string {
  return change.op === 'delete' ? change.rowKey : change.entity.rowKey;
}

function toChange<Rows>(
  catalogue: RowCatalogue<Rows>,
  partitionKey: string,
  write: Write<Rows>,
  op: string,
): RowChange {
  kindOf(catalogue, write.kind);
  switch (write.op) {
    case 'insert':
      return { op: 'insert', entity: toEntity(catalogue, partitionKey, write, op) };
    case 'replace':
      return { op: 'replace', entity: toEntity(catalogue, partitionKey, write, op), etag: write.etag };
    case 'delete':
      return { op: 'delete', rowKey: rowKeyOf(write.kind, write.key), etag: write.etag };
  }
}

function fits(partitionKey: string, changes: readonly RowChange[]): boolean {
  const rows = changes.map((change) => (change.op === 'delete' ? { rowKey: change.rowKey } : change.entity));
  const entities = changes.flatMap((change) => (change.op === 'delete' ? [] : [change.entity]));
  return (
    keyFits(partitionKey) &&
    rows.every(({ rowKey }) => keyFits(rowKey)) &&
    entities.every(entityFits) &&
    transactionFits(partitionKey, rows)
  );
}
