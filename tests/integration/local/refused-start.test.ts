import { localEnvironment } from '../../../bot/local/local-environment';
import { localIdentities } from '../../../bot/local-identities';
import { startServerProcess } from '../../../bot/local/server-process';
import { TableClient } from '@azure/data-tables';
import { useAzurite } from '../../helpers/azurite';
import { unreachedTeams } from '../../helpers/unreached-teams';

const azurite = useAzurite();

it('A local start on older data says once how to begin again, without a stack', async () => {
  const prefix = azurite.uniqueName('r').slice(0, 20);
  const storageConnection = azurite.connectionString();
  const table = TableClient.fromConnectionString(storageConnection, `${prefix}tenants`, {
    allowInsecureConnection: true,
  });
  await table.createTable();
  await table.createEntity({ partitionKey: `${localIdentities.tenantId}|tenant`, rowKey: 'entry|old' });
  const more = { STORAGE_PREFIX: prefix };
  const environment = localEnvironment({ port: 0, teams: unreachedTeams, storageConnection, clockFile: '/none', more });
  const printed: string[] = [];
  const start = startServerProcess({ environment, print: (text) => void printed.push(text) });
  await expect(start).rejects.toMatchObject({
    code: 'storage-layout-older',
    message: expect.stringMatching(/^[^\n]*npm start -- --reset\n[^\n]*npm start -- --reset$/),
  });
  expect(printed.join('')).toBe('');
});
