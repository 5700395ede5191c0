import { TableClient } from '@azure/data-tables';
import { QueueClient } from '@azure/storage-queue';
import { storageRetries, withRetries, withTimeout } from './bounded-retries';
import type { Retries, StorageLog } from './bounded-retries';
import { httpClient, isLocalStore } from './http-client';
import { classifyFailure } from './storage-failure';
import { tellStoreTime, type StoreTimeListener } from './tell-store-time';

/** Tokens for Azure Storage; a credential of Azure's identity library is one. */
export interface StorageTokens {
  getToken(
    scopes: string | string[],
    options?: { readonly abortSignal?: AbortSignal },
  ): Promise<{ readonly token: string; readonly expiresOnTimestamp: number } | null>;
}

/** How the storage account is reached: by its key, or by address and identity as production does. */
export type StorageAccess =
  | { readonly connectionString: string }
  | { readonly tableUrl: string; readonly queueUrl: string; readonly tokens: StorageTokens };

/** The tables and the queue, all of them there. */
export interface Stores<T extends string> {
  readonly tables: Readonly<Record<T, TableClient>>;
  readonly queue: QueueClient;
}

export interface StoresOptions<T extends string> {
  readonly access: StorageAccess;
  /** Names of letters and digits. */
  readonly tables: readonly T[];
  /** A name of small letters, digits and hyphens. */
  readonly queue: string;
  readonly retries?: Retries;
  readonly log?: StorageLog;
  /** Told the store's own time from its first answer on. */
  readonly time?: StoreTimeListener;
}

/**
 * Clients for the tables and the queue, created where they are missing; their SDK retries nothing by itself.
 * Throws `storage-unavailable` or `storage-refused`.
 */
export async function createStores<T extends string>(options: StoresOptions<T>): Promise<Stores<T>> {
  const { access, retries = storageRetries, log } = options;
  const queue = queueClient(access, options.queue);
  const tables = options.tables.map((name) => [name, tableClient(access, name)] as const);
  if (options.time !== undefined) for (const [, table] of tables) tellStoreTime(table, options.time);
  await Promise.all([
    withRetries(retries, 'create queue', (abortSignal) => queue.createIfNotExists({ abortSignal }), log),
    ...tables.map(([, table]) =>
      withRetries(retries, 'create table', (abortSignal) => table.createTable({ abortSignal }), log),
    ),
  ]);
  return { tables: Object.fromEntries(tables) as Record<T, TableClient>, queue };
}

/** Names of the tables and queues that do not answer within so many milliseconds; none when all is well. */
export async function pingStores(stores: Stores<string>, milliseconds = 2_000): Promise<readonly string[]> {
  const pings: readonly (readonly [string, (abortSignal: AbortSignal) => Promise<unknown>])[] = [
    ...Object.entries(stores.tables).map(([name, table]) => [name, pingTable(table)] as const),
    [stores.queue.name, (abortSignal) => stores.queue.getProperties({ abortSignal })],
  ];
  const answers = await Promise.allSettled(pings.map(([, ping]) => withTimeout(milliseconds, ping)));
  return pings.flatMap(([name], index) => (answers[index]?.status === 'fulfilled' ? [] : [name]));
}

function pingTable(table: TableClient) {
  return async (abortSignal: AbortSignal): Promise<void> => {
    try {
      await table.getEntity('ping', 'ping', { abortSignal });
    } catch (error) {
      // No such row is an answer.
      if (classifyFailure(error) !== 'missing') throw error;
    }
  };
}

function tableClient(access: StorageAccess, name: string): TableClient {
  const retryOptions = { maxRetries: 0 };
  return 'connectionString' in access
    ? TableClient.fromConnectionString(access.connectionString, name, {
        retryOptions,
        httpClient,
        allowInsecureConnection: isLocalStore(tableEndpoint(access.connectionString)),
      })
    : new TableClient(access.tableUrl, name, access.tokens, { retryOptions, httpClient });
}

function queueClient(access: StorageAccess, name: string): QueueClient {
  const retryOptions = { maxTries: 1 };
  return 'connectionString' in access
    ? new QueueClient(access.connectionString, name, { retryOptions })
    : new QueueClient(`${access.queueUrl.replace(/\/$/, '')}/${name}`, access.tokens, { retryOptions });
}

function tableEndpoint(connectionString: string): string {
  return /(?:^|;)TableEndpoint=([^;]+)/.exec(connectionString)?.[1] ?? '';
}
