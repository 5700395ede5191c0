import type { TableClient } from '@azure/data-tables';
import { CodedError } from '../../src/kernel/coded-error';
import type { RowEntity } from './table-mapper';

/** One change, mapped and within the limits. */
export type RowChange =
  | { readonly op: 'insert'; readonly entity: RowEntity }
  | { readonly op: 'replace'; readonly entity: RowEntity; readonly etag: string }
  | { readonly op: 'delete'; readonly rowKey: string; readonly etag: string };

/** The changes of one transaction, all in one partition. */
interface Batch {
  readonly partitionKey: string;
  readonly changes: readonly RowChange[];
}

type Policy = Parameters<TableClient['pipeline']['addPolicy']>[0];

const policyName = 'exactBatchPolicy';
/** By the signal that goes with a transaction to its request. `AsyncLocalStorage` would do too, and slows every promise of the process. */
const batches = new WeakMap<object, Batch>();
const boundary = /boundary=(\S+)/;
/** One version of a row: without an etag, or with none in it, some stores take a replacement for any version. */
const exactEtag = /^(?:W\/)?"[^"\r\n]+"$/;
const lineEnd = '\r\n';

/**
 * Writes the body of each transaction, and lets no request leave that would overwrite or delete any version. The SDK's own body says
 * `If-Match: *` for every delete, whatever etag it is given, and takes a quarter of a press that writes twenty rows to make: each row goes through
 * a pipeline as a request would. Signing, sending and reading the answer stay the SDK's.
 */
export function useExactBatches(client: TableClient): void {
  const policy: Policy = {
    name: policyName,
    async sendRequest(request, next) {
      const [account, query] = request.url.split('/$batch');
      if (query !== undefined) {
        const batch = request.abortSignal && batches.get(request.abortSignal);
        const name = boundary.exec(request.headers.get('content-type') ?? '')?.[1];
        if (batch === undefined || name === undefined) throw anyVersion();
        request.body = bodyOf(batch, name, `${String(account)}/${client.tableName}`);
        // The signing policy has counted the SDK's body by now.
        request.headers.set('Content-Length', String(Buffer.byteLength(request.body)));
      }
      if (request.headers.get('if-match')?.trim() === '*') throw anyVersion();
      return next(request);
    },
  };
  client.pipeline.removePolicy({ name: policyName });
  client.pipeline.addPolicy(policy);
}

/**
 * Submits the changes as one transaction of a client under `useExactBatches`. No two transactions share an `abortSignal`. Throws as the
 * client does.
 */
export async function submitChanges(client: TableClient, batch: Batch, abortSignal: AbortSignal): Promise<void> {
  batches.set(abortSignal, batch);
  // The SDK asks for at least one action; what it makes of this one is never sent.
  await client.submitTransaction([['delete', { partitionKey: batch.partitionKey, rowKey: '' }]], { abortSignal });
}

/** A changeset as https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions has it. */
function bodyOf({ partitionKey, changes }: Batch, name: string, tableUrl: string): string {
  const changeset = `changeset_${name}`;
  const parts = changes.map((change) =>
    [
      `--${changeset}`,
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      '',
      ...requestOf(change, partitionKey, tableUrl),
    ].join(lineEnd),
  );
  return [
    `--${name}`,
    `Content-Type: multipart/mixed; boundary=${changeset}`,
    '',
    ...parts,
    `--${changeset}--`,
    `--${name}--`,
    '',
  ].join(lineEnd);
}

// JSON is one line whose quotes and breaks are escaped, so that no value can look like a line of a header.
function requestOf(change: RowChange, partitionKey: string, tableUrl: string): readonly string[] {
  const common = ['Accept: application/json;odata=minimalmetadata', 'DataServiceVersion: 3.0'];
  const json = 'Content-Type: application/json';
  switch (change.op) {
    case 'insert':
      return [`POST ${tableUrl} HTTP/1.1`, json, ...common, 'Prefer: return-no-content', '', jsonOf(change.entity)];
    case 'replace':
      return [
        `PUT ${rowUrl(tableUrl, partitionKey, change.entity.rowKey)} HTTP/1.1`,
        json,
        ...common,
        ifMatch(change.etag),
        '',
        jsonOf(change.entity),
      ];
    case 'delete':
      return [
        `DELETE ${rowUrl(tableUrl, partitionKey, change.rowKey)} HTTP/1.1`,
        ...common,
        ifMatch(change.etag),
        '',
        '',
      ];
  }
}

function jsonOf({ partitionKey, rowKey, ...properties }: RowEntity): string {
  return JSON.stringify({ PartitionKey: partitionKey, RowKey: rowKey, ...properties });
}

function rowUrl(tableUrl: string, partitionKey: string, rowKey: string): string {
  return `${tableUrl}(PartitionKey='${inUrl(partitionKey)}',RowKey='${inUrl(rowKey)}')`;
}

function inUrl(key: string): string {
  return encodeURIComponent(key.replaceAll("'", "''"));
}

function ifMatch(etag: string): string {
  if (!exactEtag.test(etag)) throw anyVersion();
  return `If-Match: ${etag}`;
}

function anyVersion(): CodedError {
  return new CodedError(
    'etag-required',
    'A replace or delete was about to be sent without the etag of the row it read',
  );
}
