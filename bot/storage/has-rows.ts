import { odata, type TableClient } from '@azure/data-tables';
import { storageRetries, withRetries, type Retries, type StorageLog } from './bounded-retries';
import { partitionsOf } from './table-mapper';

/** Whether anything of the tenant lies in the table, whichever release wrote it. Reads one key. Throws as `withRetries` does. */
export async function hasRows(
  table: TableClient,
  tenant: string,
  { retries = storageRetries, log }: { readonly retries?: Retries; readonly log?: StorageLog } = {},
): Promise<boolean> {
  const { from, to } = partitionsOf(tenant);
  const queryOptions = { filter: odata`PartitionKey ge ${from} and PartitionKey lt ${to}`, select: ['RowKey'] };
  let continuationToken: string | undefined;
  do {
    const settings = { maxPageSize: 1, continuationToken };
    const page = await withRetries(
      retries,
      'look for rows',
      (abortSignal) => table.listEntities({ abortSignal, queryOptions }).byPage(settings).next(),
      log,
    );
    if (page.done === true) return false;
    if (page.value.length > 0) return true;
    // Azure may end a page before it has found anything.
    continuationToken = page.value.continuationToken;
  } while (continuationToken !== undefined);
  return false;
}
