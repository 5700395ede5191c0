import { TableClient } from '@azure/data-tables';
import { storageRetries } from '../../../bot/storage/bounded-retries';
import type { Retries } from '../../../bot/storage/bounded-retries';
import type { RowStore } from '../../../src/kernel/row-store';
import { useAzurite } from '../../helpers/azurite';
import { countingIds, etagOf, exampleStore, note, noteKeys } from './example-rows';
import type { ExampleRows } from './example-rows';
import { startFaultProxy } from './fault-proxy';
import type { Fault, FaultProxy } from './fault-proxy';

const azurite = useAzurite();
const conflict = { ok: false, reason: 'conflict' };
const done = { ok: true, value: undefined };
const busy = { status: 503, code: 'ServerBusy' };
const busyAfterWriting = { status: 500, code: 'OperationTimedOut', afterWriting: true };

let proxy: FaultProxy;
let slept: number[];
/** Straight to the store, past the faults. */
let other: RowStore<ExampleRows>;
let store: RowStore<ExampleRows>;
let events: string[];

function storeThroughProxy(tableName: string, overrides: Partial<Retries> = {}): RowStore<ExampleRows> {
  const sleep = (milliseconds: number) => {
    slept.push(milliseconds);
    return Promise.resolve();
  };
  return exampleStore({
    tableClient: TableClient.fromConnectionString(proxy.connectionString, tableName, { allowInsecureConnection: true }),
    retries: { ...storageRetries, sleep, ...overrides },
    log: ({ event, code }) => events.push(`${event} ${code}`),
  });
}

let tableName: string;
beforeEach(async () => {
  proxy = await startFaultProxy(azurite.connectionString());
  const tableClient = await azurite.newTable();
  ({ tableName } = tableClient);
  other = exampleStore({ tableClient, ids: countingIds('other') });
  slept = [];
  events = [];
  store = storeThroughProxy(tableName);
});
afterEach(async () => {
  const anyEtag = proxy.seen.filter(
    ({ headers, body }) => headers['if-match'] === '*' || /^if-match:\s*\*\s*$/im.test(body),
  );
  await proxy.stop();
  expect(anyEtag).toEqual([]);
});

describe('F56: no write goes out for any version of a row', () => {
  it('since replaces and deletes carry the etag that was read, in the request itself', async () => {
    await store.commit('p', [note('a'), note('b')]);
    const [a, b] = [await etagOf(store, 'p', 'a'), await etagOf(store, 'p', 'b')];
    await store.commit('p', [
      { op: 'delete', kind: 'note', key: 'a', etag: a },
      { op: 'replace', kind: 'note', key: 'b', value: { text: 'If-Match: *\r\n' }, etag: b },
    ]);
    const sent = proxy.seen.at(-1)?.body ?? '';
    const etags = [...sent.matchAll(/^(DELETE|PUT) [^\r]*\r\n(?:[^\r\n]+\r\n)*?If-Match: ([^\r]*)\r\n/gim)];
    expect(etags.map(([, method, etag]) => [method, etag])).toEqual([
      ['DELETE', a],
      ['PUT', b],
    ]);
    expect(await noteKeys(store, 'p')).toEqual(['b']);
  });

  it('and a client that tries is stopped before the wire', async () => {
    const tableClient = await azurite.newTable();
    const guarded = exampleStore({ tableClient });
    await guarded.commit('p', [note('a')]);
    const row = { partitionKey: 'tenant-1|p', rowKey: 'note|a' };
    const refusal = { code: 'etag-required' };
    await expect(tableClient.deleteEntity(row.partitionKey, row.rowKey)).rejects.toMatchObject(refusal);
    await expect(tableClient.updateEntity(row, 'Replace')).rejects.toMatchObject(refusal);
    await expect(tableClient.submitTransaction([['delete', row]])).rejects.toMatchObject(refusal);
    await expect(tableClient.submitTransaction([['update', row, 'Replace']])).rejects.toMatchObject(refusal);
    expect(await noteKeys(guarded, 'p')).toEqual(['a']);
  });
});

describe('A lost answer', () => {
  const lost: readonly [string, Fault][] = [
    ['is cut off', 'lose-answer'],
    ['comes as an error of the server', busyAfterWriting],
  ];

  it.each(lost)('to an insert that %s is settled as our success', async (_how, fault) => {
    proxy.plan([fault]);
    expect(await store.commit('p', [note('a'), note('b')])).toEqual(done);
    expect(await noteKeys(other, 'p')).toEqual(['a', 'b']);
    expect(events.at(-1)).toMatch(/^storage-settled/);
    // The write itself went out once.
    expect(proxy.seen.filter(({ url }) => url.includes('$batch'))).toHaveLength(1);
  });

  it.each(lost)('to a replace that %s is settled as our success', async (_how, fault) => {
    await other.commit('p', [note('a', 'old')]);
    const etag = await etagOf(other, 'p', 'a');
    proxy.plan([fault]);
    expect(await store.commit('p', [{ ...note('a', 'new'), op: 'replace', etag }])).toEqual(done);
    expect((await other.get('p', 'note', 'a'))?.value.text).toBe('new');
  });

  it.each(lost)('to a delete that %s is settled as our success', async (_how, fault) => {
    await other.commit('p', [note('a')]);
    const etag = await etagOf(other, 'p', 'a');
    proxy.plan([fault]);
    expect(await store.commit('p', [{ op: 'delete', kind: 'note', key: 'a', etag }])).toEqual(done);
    expect(await noteKeys(other, 'p')).toEqual([]);
  });

  it('is settled when the look that follows is lost as well, and the second write meets our own first', async () => {
    proxy.plan(['lose-answer', 'lose-answer', 'pass']);
    expect(await store.commit('p', [note('a')])).toEqual(done);
  });

  it('is settled after the last try too', async () => {
    proxy.plan([busy, 'pass', busy, 'pass', busy, 'pass', 'lose-answer']);
    expect(await store.commit('p', [note('a')])).toEqual(done);
    expect(slept).toHaveLength(3);
  });

  it('is settled by any row that nobody has changed since', async () => {
    proxy.plan(['lose-answer']);
    proxy.beforeAnswer(async () => {
      await other.commit('p', [{ ...note('a', 'theirs'), op: 'replace', etag: await etagOf(other, 'p', 'a') }]);
    });
    expect(await store.commit('p', [note('a', 'ours'), note('b')])).toEqual(done);
    expect((await other.get('p', 'note', 'a'))?.value.text).toBe('theirs');
  });

  it('does not hide that another writer was first', async () => {
    await other.commit('p', [note('a', 'old')]);
    const etag = await etagOf(other, 'p', 'a');
    await other.commit('p', [{ ...note('a', 'theirs'), op: 'replace', etag }]);
    proxy.plan(['lose-request']);
    expect(await store.commit('p', [{ ...note('a', 'ours'), op: 'replace', etag }, note('b')])).toEqual(conflict);
    expect(await noteKeys(other, 'p')).toEqual(['a']);
  });
});

describe('F58: a store in trouble', () => {
  it('is tried again after a lost request, with nothing written twice', async () => {
    proxy.plan(['lose-request', 'pass']);
    expect(await store.commit('p', [note('a')])).toEqual(done);
    expect(await noteKeys(other, 'p')).toEqual(['a']);
  });

  it('is tried four times and then given up, with nothing written', async () => {
    proxy.plan(Array.from({ length: 40 }, () => busy));
    await expect(store.commit('p', [note('a'), note('b')])).rejects.toMatchObject({
      code: 'storage-unavailable',
      details: { operation: 'commit', attempts: 4, cause: 'ServerBusy' },
    });
    expect(slept).toEqual([200, 600, 1_200]);
    expect(await noteKeys(other, 'p')).toEqual([]);
  });

  it('is read again after errors, and only by our own retries', async () => {
    await other.commit('p', [note('a')]);
    proxy.plan([busy, { status: 429, code: 'TooManyRequests' }, 'lose-answer', 'pass']);
    expect((await store.get('p', 'note', 'a'))?.value.text).toBe('a');
    expect(proxy.seen).toHaveLength(4);
    proxy.plan([busy, 'lose-request', 'pass']);
    expect(await noteKeys(store, 'p')).toEqual(['a']);
    expect(proxy.seen).toHaveLength(7);
  });

  it('that hangs is given up within the time of one try', async () => {
    const impatient = storeThroughProxy(tableName, { perTryMs: 150 });
    proxy.plan(['hang', 'pass', 'pass']);
    expect(await impatient.commit('p', [note('a')])).toEqual(done);
    proxy.plan(['hang', 'pass']);
    expect((await impatient.get('p', 'note', 'a'))?.value.text).toBe('a');
  });

  it('gets no new try once the whole time is used up', async () => {
    let at = 0;
    const late = storeThroughProxy(tableName, { elapsed: () => (at += 4_000) });
    proxy.plan([busy, busy, busy, busy]);
    await expect(late.get('p', 'note', 'a')).rejects.toMatchObject({
      code: 'storage-unavailable',
      details: { attempts: 1 },
    });
  });

  it('that cannot be reached is unavailable, not empty', async () => {
    const tableClient = TableClient.fromConnectionString(
      azurite.connectionString().replace(/(TableEndpoint=http:\/\/127\.0\.0\.1:)\d+/, '$11'),
      tableName,
      { allowInsecureConnection: true },
    );
    const gone = exampleStore({ tableClient, retries: { ...storageRetries, sleep: () => Promise.resolve() } });
    const unavailable = { code: 'storage-unavailable', details: { cause: 'ECONNREFUSED' } };
    await expect(gone.get('p', 'note', 'a')).rejects.toMatchObject(unavailable);
    await expect(gone.commit('p', [note('a')])).rejects.toMatchObject(unavailable);
  });

  it('without the table is a mistake to be mended, not a conflict', async () => {
    const without = storeThroughProxy(azurite.uniqueName('none'));
    const mistake = { code: 'storage-refused', details: { cause: 'TableNotFound' } };
    await expect(without.get('p', 'note', 'a')).rejects.toMatchObject(mistake);
    await expect(without.commit('p', [note('a')])).rejects.toMatchObject(mistake);
    await expect(without.range('p', 'note', { limit: 1 })).rejects.toMatchObject(mistake);
    expect(slept).toEqual([]);
  });

  it('that refuses this identity is said at once', async () => {
    proxy.plan([{ status: 403, code: 'AuthorizationPermissionMismatch' }]);
    await expect(store.get('p', 'note', 'a')).rejects.toMatchObject({ code: 'storage-refused' });
    expect(slept).toEqual([]);
  });

  it('that finds a transaction too large says so in its own way', async () => {
    proxy.plan([{ status: 413, code: 'RequestBodyTooLarge' }]);
    expect(await store.commit('p', [note('a')])).toEqual({ ok: false, reason: 'too-large' });
  });
});
