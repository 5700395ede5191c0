import { TableClient } from '@azure/data-tables';
import { composeStorage, type ComposedStorage } from '../../../bot/compose-storage';
import { readConfig, type Config } from '../../../bot/config';
import { layoutWords } from '../../../bot/layout-words';
import { localEnvironment } from '../../../bot/local/local-environment';
import { createLog } from '../../../bot/log';
import { createMetrics } from '../../../bot/metrics';
import { createOrderedIds } from '../../../bot/ordered-ids';
import { createRealClock } from '../../../bot/real-clock';
import { layoutOfToday } from '../../../bot/storage/check-layout';
import { useAzurite } from '../../helpers/azurite';
import { unreachedTeams } from '../../helpers/unreached-teams';

const azurite = useAzurite();
const older = '2026-01-01';
const newer = '2999-01-01';

/** The configuration of a server with tables of its own. */
function aConfig(prefix = azurite.uniqueName('l').slice(0, 20)): Config {
  const more = { STORAGE_PREFIX: prefix };
  const storageConnection = azurite.connectionString();
  return readConfig(
    localEnvironment({ port: 0, teams: unreachedTeams, storageConnection, clockFile: '/nowhere', more }),
  );
}

const open = (config: Config): Promise<ComposedStorage> =>
  composeStorage(config, {
    ids: createOrderedIds(createRealClock()),
    log: createLog({ level: 'silent' }),
    metrics: createMetrics(),
  });

/** Puts a row where another release would have: into a table that no server of this one has opened yet. */
async function putRow(config: Config, table: string, row: { readonly partition: string; readonly rowKey: string }) {
  const client = TableClient.fromConnectionString(azurite.connectionString(), `${config.storagePrefix}${table}`, {
    allowInsecureConnection: true,
  });
  await client.createTable();
  const { partition, rowKey } = row;
  await client.createEntity({ partitionKey: partition, rowKey, kind: 'other', v: 1, op: 'op-1', body: '{}' });
}

async function stampAs(config: Config, name: string): Promise<void> {
  const { tenants } = await open(config);
  const stamp = await tenants.get('tenant', 'layout', 'layout');
  if (stamp === undefined) throw new Error('no stamp');
  await tenants.commit('tenant', [{ op: 'replace', kind: 'layout', key: 'layout', value: { name }, etag: stamp.etag }]);
}

describe('The layout of the storage', () => {
  it('is stamped where nothing lies, and accepted by the next server', async () => {
    const config = aConfig();
    await open(config);
    const { tenants } = await open(config);
    expect((await tenants.get('tenant', 'layout', 'layout'))?.value).toEqual({ name: layoutOfToday });
  });

  it('is stamped once by two servers that start at the same instant, and both go on', async () => {
    const config = aConfig();
    const stores = await Promise.all([open(config), open(config), open(config)]);
    const stamps = await Promise.all(stores.map(({ tenants }) => tenants.get('tenant', 'layout', 'layout')));
    expect(stamps[0]?.value).toEqual({ name: layoutOfToday });
    expect(new Set(stamps.map((stamp) => stamp?.etag)).size).toBe(1);
  });

  it.each(['programmes', 'people', 'tenants', 'answers', 'keys'])(
    'of data without a stamp is refused, whichever table it lies in: %s',
    async (table) => {
      const config = aConfig();
      await putRow(config, table, { partition: `${config.tenantId}|somewhere`, rowKey: 'other|1' });
      await expect(open(config)).rejects.toMatchObject({ code: 'storage-layout-older', details: { found: 'none' } });
      // And nothing was stamped by the first try.
      await expect(open(config)).rejects.toMatchObject({ code: 'storage-layout-older' });
    },
  );

  it('does not concern another tenant whose data lies beside', async () => {
    const config = aConfig();
    await putRow(config, 'people', { partition: `${config.tenantId}0|somebody`, rowKey: 'other|1' });
    await expect(open(config)).resolves.toBeDefined();
  });

  it.each([
    [older, 'storage-layout-older'],
    [newer, 'storage-layout-newer'],
  ])('of another name is refused by both names: %s', async (name, code) => {
    const config = aConfig();
    await stampAs(config, name);
    const refusal = open(config);
    await expect(refusal).rejects.toMatchObject({ code, details: { found: name } });
    await expect(refusal).rejects.toThrow(new RegExp(`${name}.*${layoutOfToday}`));
  });
});

describe('What is said of data in another layout', () => {
  const mismatch = { code: 'storage-layout-older', found: older } as const;

  it('offers to begin again on one machine, a line in each language', () => {
    const lines = layoutWords(mismatch, 'local').split('\n');
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      for (const word of [older, layoutOfToday, 'npm start -- --reset']) expect(line).toContain(word);
    }
  });

  it('never offers to take data away in production', () => {
    for (const code of ['storage-layout-older', 'storage-layout-newer'] as const) {
      const words = layoutWords({ ...mismatch, code }, 'production');
      expect(words).toContain('an empty storage account');
      expect(words).not.toContain('reset');
    }
    expect(layoutWords({ code: 'storage-layout-newer', found: newer }, 'production')).toContain('Start the release');
  });
});
