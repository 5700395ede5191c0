import type { TableClient } from '@azure/data-tables';
import { CodedError } from '../../src/kernel/coded-error';
import { ok, refused } from '../../src/kernel/result';
import type { Result } from '../../src/kernel/result';
import type { CommitRefusal } from '../../src/kernel/row-store';
import { withRetries, withTimeout } from './bounded-retries';
import type { Retries, StorageLog } from './bounded-retries';
import { submitChanges, type RowChange } from './exact-batch';
import { classifyFailure, failureCode } from './storage-failure';

/** Where and how the rows are written. */
export interface CommitTarget {
  readonly client: TableClient;
  readonly retries: Retries;
  readonly log?: StorageLog;
}

const lastReadMs = 1_500;

/**
 * Writes all changes or none, as the operation `op` that every written row carries.
 * When an answer was lost the rows are read: one that carries `op` proves that all were written. Where only deletes were
 * asked for, a row that is gone counts as deleted by us: whoever claims work must replace a row, not only delete one.
 * Throws `storage-unavailable` when that cannot be told.
 */
export async function commitRows(
  target: CommitTarget,
  partitionKey: string,
  changes: readonly RowChange[],
  op: string,
): Promise<Result<undefined, CommitRefusal>> {
  const { client, retries, log } = target;
  let attempts = 0;
  let doubt: string | undefined;

  const settled = async (signal: AbortSignal): Promise<boolean> => {
    if (doubt === undefined || !(await wasWritten(client, partitionKey, changes, op, signal))) return false;
    log?.({ event: 'storage-settled', operation: 'commit', attempt: attempts, code: doubt });
    return true;
  };

  const attempt = async (signal: AbortSignal): Promise<Result<undefined, CommitRefusal>> => {
    attempts += 1;
    if (await settled(signal)) return ok(undefined);
    try {
      await submitChanges(client, { op, partitionKey, changes }, signal);
      return ok(undefined);
    } catch (error) {
      switch (classifyFailure(error)) {
        case 'conflict':
        case 'missing':
          return (await settled(signal)) ? ok(undefined) : refused('conflict');
        case 'too-large':
          return refused('too-large');
        case 'in-doubt':
          doubt = failureCode(error);
          throw error;
        case 'not-sent':
        case 'busy':
        case 'refused':
          throw error;
      }
    }
  };

  try {
    return await withRetries(retries, 'commit', attempt, log);
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'storage-unavailable' || doubt === undefined) throw error;
    if (await withTimeout(lastReadMs, settled).catch(() => false)) return ok(undefined);
    throw error;
  }
}

// Every written row is looked at, since another writer may have gone on from some of them by now.
async function wasWritten(
  client: TableClient,
  partitionKey: string,
  changes: readonly RowChange[],
  op: string,
  signal: AbortSignal,
): Promise<boolean> {
  const written = changes.flatMap((change) => (change.op === 'delete' ? [] : [change.entity.rowKey]));
  for (const rowKey of written) {
    if ((await readOperation(client, partitionKey, rowKey, signal)) === op) return true;
  }
  const [first] = changes;
  return (
    written.length === 0 &&
    first?.op === 'delete' &&
    (await readOperation(client, partitionKey, first.rowKey, signal)) === undefined
  );
}

async function readOperation(
  client: TableClient,
  partitionKey: string,
  rowKey: string,
  abortSignal: AbortSignal,
): Promise<string | undefined> {
  try {
    const row = await client.getEntity<{ op?: string }>(partitionKey, rowKey, {
      abortSignal,
      queryOptions: { select: ['op'] },
    });
    return row.op ?? '';
  } catch (error) {
    if (classifyFailure(error) === 'missing') return undefined;
    throw error;
  }
}
