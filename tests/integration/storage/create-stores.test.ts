import { storageRetries } from '../../../bot/storage/bounded-retries';
import { createStores, pingStores } from '../../../bot/storage/create-stores';
import { useAzurite } from '../../helpers/azurite';

const azurite = useAzurite();

const names = () => ({ tables: [azurite.uniqueName('a'), azurite.uniqueName('b')], queue: azurite.uniqueName('q') });

describe('The stores', () => {
  it('are created where they are missing, and found the next time', async () => {
    const access = { connectionString: azurite.connectionString() };
    const wanted = names();
    const first = await createStores({ access, ...wanted });
    await first.tables[wanted.tables[0] ?? '']?.createEntity({ partitionKey: 'p', rowKey: 'r' });
    const second = await createStores({ access, ...wanted });
    expect(await second.tables[wanted.tables[0] ?? '']?.getEntity('p', 'r')).toMatchObject({ rowKey: 'r' });
    expect(await pingStores(second)).toEqual([]);
  });

  it('that are gone are named by the ping', async () => {
    const wanted = names();
    const stores = await createStores({ access: { connectionString: azurite.connectionString() }, ...wanted });
    await stores.tables[wanted.tables[1] ?? '']?.deleteTable();
    await stores.queue.delete();
    expect(await pingStores(stores)).toEqual([wanted.tables[1], wanted.queue]);
  });

  it('that do not answer are unavailable', async () => {
    const connectionString = azurite.connectionString().replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:1');
    const retries = { ...storageRetries, sleep: () => Promise.resolve() };
    await expect(createStores({ access: { connectionString }, ...names(), retries })).rejects.toMatchObject({
      code: 'storage-unavailable',
    });
  });

  it('by address take their tokens from the port that is passed in, and send them over https only', async () => {
    const asked: (string | string[])[] = [];
    const tokens = {
      getToken: (scopes: string | string[]) => {
        asked.push(scopes);
        return Promise.resolve({ token: 'token', expiresOnTimestamp: Number.MAX_SAFE_INTEGER });
      },
    };
    const retries = { ...storageRetries, tries: 1 };
    const access = { tableUrl: 'https://127.0.0.1:1/account', queueUrl: 'https://127.0.0.1:1/account', tokens };
    await expect(createStores({ access, ...names(), retries })).rejects.toMatchObject({
      details: { cause: 'ECONNREFUSED' },
    });
    expect(asked.flat()).toContain('https://storage.azure.com/.default');
    asked.length = 0;
    const plain = { tableUrl: 'http://127.0.0.1:1/account', queueUrl: 'http://127.0.0.1:1/account', tokens };
    await expect(createStores({ access: plain, ...names(), retries })).rejects.toThrow(/https|insecure/i);
    expect(asked).toEqual([]);
  });
});
