import { randomUUID } from 'node:crypto';
import { TableClient } from '@azure/data-tables';
import { startAzurite } from '../../bot/local/azurite/start-azurite';
import type { RunningAzurite } from '../../bot/local/azurite/start-azurite';

/** A connection string here makes every suite share that Azurite; without it each file starts its own, in memory. */
const sharedStorage = 'PASSERELLE_TEST_STORAGE';

export interface TestStorage {
  /** Only once the tests run, not while they are being described. */
  connectionString(): string;
  /** A name for a table or queue that no other suite uses: small letters and digits. */
  uniqueName(prefix: string): string;
  /** A new, empty table. */
  newTable(prefix?: string): Promise<TableClient>;
}

/** Azurite for the suite that calls this at its top level. */
export function useAzurite(): TestStorage {
  let running: RunningAzurite | undefined;
  const connectionString = (): string => {
    const shared = process.env[sharedStorage] ?? running?.connectionString;
    if (shared === undefined) throw new Error('Azurite runs only during the tests of the suite');
    return shared;
  };
  const uniqueName = (prefix: string) => `${prefix}${randomUUID().replaceAll('-', '')}`;

  beforeAll(async () => {
    if (process.env[sharedStorage] === undefined) running = await startAzurite();
  });
  afterAll(async () => {
    await running?.stop();
  });

  return {
    connectionString,
    uniqueName,
    async newTable(prefix = 'rows') {
      const client = TableClient.fromConnectionString(connectionString(), uniqueName(prefix), {
        allowInsecureConnection: true,
      });
      await client.createTable();
      return client;
    },
  };
}
