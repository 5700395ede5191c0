import { odata, type TableEntityResult } from '@azure/data-tables';
import { CodedError } from '../../src/kernel/coded-error';
import {
  sharedKeys,
  vaultOf,
  type OwnPairRows,
  type PairBackup,
  type PairErasure,
  type VaultRow,
} from '../../src/domain/pair-vault';
import type { PairRows } from '../../src/domain/rows';
import { storageRetries, withRetries } from './bounded-retries';
import { commitRows } from './commit-rows';
import { createRowStore, takeOver, type RowStoreOptions } from './create-row-store';
import { decodeKey } from './key-encoding';
import { fromEntity, keyOfRow, partitionKeyOf } from './table-mapper';

const mostDeletes = 100;
const mostTries = 5;

type Options = RowStoreOptions<PairRows>;
type Entity = TableEntityResult<Record<string, unknown>>;

/** Reads every pair of a programme, by one walk over its partitions. Throws as `withRetries` does. */
export function createPairBackup(options: Options): PairBackup {
  const { tableClient, tenant, catalogue } = options;
  takeOver(tableClient);
  return {
    async *rowsOfProgramme(programmeId) {
      const from = partitionKeyOf(tenant, vaultOf(programmeId, ''));
      const filter = odata`PartitionKey ge ${from} and PartitionKey lt ${`${from.slice(0, -1)}}`}`;
      let unreadable = 0;
      for await (const entity of entitiesOf(options, filter)) {
        const row = readRow(catalogue, entity, decodeKey(String(entity.partitionKey).slice(from.length)));
        if (row === undefined) unreadable++;
        else yield row;
      }
      if (unreadable > 0)
        throw new CodedError('rows-unreadable', `${String(unreadable)} rows of pairs cannot be read`, {
          rows: unreadable,
        });
    },
  };
}

/** Reads what one person has in one pair. Throws as the row store's `get` does. */
export function createOwnPairRows(options: Options): OwnPairRows {
  const store = createRowStore(options);
  const kinds = Object.keys(options.catalogue) as (keyof PairRows)[];
  return {
    async rowsOf(programmeId, pairId, participantId) {
      const found = await Promise.all(
        kinds.map(async (kind): Promise<readonly VaultRow[]> => {
          const row = await store.get(vaultOf(programmeId, pairId), kind, sharedKeys[kind] ?? participantId);
          return row === undefined ? [] : [asVaultRow(pairId, kind, row)];
        }),
      );
      return found.flat();
    },
  };
}

/** Deletes by key, whatever a row holds. Throws `too-busy` where rows kept changing meanwhile, and as `withRetries` does. */
export function createPairErasure(options: Options): PairErasure {
  takeOver(options.tableClient);
  return {
    erasePerson: (programmeId, pairId, participantId) =>
      erase(
        options,
        vaultOf(programmeId, pairId),
        ({ rowKey, kind }) =>
          keyOfRow(String(rowKey)) === (sharedKeys[String(kind) as keyof PairRows] ?? participantId),
      ),
    erasePair: (programmeId, pairId) => erase(options, vaultOf(programmeId, pairId), () => true),
  };
}

async function erase(options: Options, partition: string, isTheirs: (entity: Entity) => boolean): Promise<number> {
  const { tableClient: client, tenant, ids, retries = storageRetries, log } = options;
  const partitionKey = partitionKeyOf(tenant, partition);
  let erased = 0;
  for (let attempt = 0; attempt < mostTries; attempt++) {
    const theirs: Entity[] = [];
    for await (const entity of entitiesOf(options, odata`PartitionKey eq ${partitionKey}`))
      if (isTheirs(entity)) theirs.push(entity);
    if (theirs.length === 0) return erased;
    const some = theirs.slice(0, mostDeletes).map(({ rowKey, etag }) => ({
      op: 'delete' as const,
      rowKey: String(rowKey),
      etag,
    }));
    const done = await commitRows({ client, retries, ...(log && { log }) }, partitionKey, some, ids.next());
    if (!done.ok) continue;
    erased += some.length;
    attempt = -1;
  }
  throw new CodedError('too-busy', 'Other changes kept coming first');
}

async function* entitiesOf(
  { tableClient, retries = storageRetries, log }: Options,
  filter: string,
): AsyncGenerator<Entity> {
  let continuationToken: string | undefined;
  do {
    const settings = { maxPageSize: 1_000, continuationToken };
    const page = await withRetries(
      retries,
      'range',
      (abortSignal) => tableClient.listEntities({ abortSignal, queryOptions: { filter } }).byPage(settings).next(),
      log,
    );
    if (page.done === true) return;
    yield* page.value;
    continuationToken = page.value.continuationToken;
  } while (continuationToken !== undefined);
}

function readRow(catalogue: Options['catalogue'], entity: Entity, pairId: string | undefined): VaultRow | undefined {
  const kind = String(entity['kind']) as keyof PairRows;
  if (pairId === undefined) return undefined;
  try {
    return asVaultRow(pairId, kind, fromEntity(catalogue, kind, entity));
  } catch (error) {
    if (error instanceof CodedError) return undefined;
    throw error;
  }
}

/** The compiler does not see that a row of a kind holds the value of that kind, whichever it is. */
function asVaultRow(
  pairId: string,
  kind: keyof PairRows,
  { key, value }: { readonly key: string; readonly value: PairRows[keyof PairRows] },
): VaultRow {
  return { pairId, kind, key, value } as VaultRow;
}
