import { randomUUID } from 'node:crypto';
import { TableClient } from '@azure/data-tables';
import { sharedAddress } from './shared';

export interface TestStorage {
  /** Only once the tests run, not while they are being described. */
  connectionString(): string;
  /** A name for a table or queue that no other suite uses: small letters and digits. */
  uniqueName(prefix: string): string;
  /** A new, empty table. */
  newTable(prefix?: string): Promise<TableClient>;
}

/** The worker's Azurite, in memory, for the suite that calls this at its top level; other suites have tables of their own in it. */
export function useAzurite(): TestStorage {
  let address: string | undefined;
  const connectionString = (): string => {
    if (address === undefined) throw new Error('Azurite is known only during the tests of the suite');
    return address;
  };
  const uniqueName = (prefix: string) => `${prefix}${randomUUID().replaceAll('-', '')}`;

  beforeAll(async () => {
    address = await sharedAddress('azurite');
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
