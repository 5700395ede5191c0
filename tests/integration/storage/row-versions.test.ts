import { z } from 'zod';
import { createRowStore } from '../../../bot/storage/create-row-store';
import type { RowCatalogue } from '../../../bot/storage/row-catalogue';
import { readAll, readWhole } from '../../../src/kernel/read-all';
import type { UnreadableRow } from '../../../src/kernel/row-store';
import { useAzurite } from '../../helpers/azurite';
import { countingIds } from './example-rows';
import { goldenRows, readGoldenRows, versionsWithoutGoldenRow } from './golden-rows';

const note = z.object({ lines: z.array(z.string()), language: z.enum(['fr', 'en']) });
interface Rows {
  note: z.infer<typeof note>;
}

const v1 = z.object({ message: z.string() });
const v2 = z.object({ text: z.string(), language: z.string() });

const catalogue: RowCatalogue<Rows> = {
  note: {
    version: 3,
    upgrade: {
      1: (old) => ({ text: v1.parse(old).message, language: 'fr' }),
      2: (old) => ({ lines: v2.parse(old).text.split('\n'), language: v2.parse(old).language }),
    },
    check: (value) => note.parse(value),
  },
};

const azurite = useAzurite();
const today: Rows['note'] = { lines: ['x'], language: 'fr' };

async function newStore(onUnreadable?: (partition: string, row: UnreadableRow) => void) {
  const client = await azurite.newTable();
  const store = createRowStore<Rows>({
    tableClient: client,
    tenant: 'tenant-1',
    catalogue,
    ids: countingIds(),
    ...(onUnreadable === undefined ? {} : { onUnreadable }),
  });
  return { client, store };
}

const raw = (overrides: Record<string, unknown>) => ({
  partitionKey: 'tenant-1|p',
  rowKey: 'note|a',
  kind: 'note',
  v: 3,
  op: 'op-1',
  body: JSON.stringify(today),
  ...overrides,
});

describe('F61: rows of every version', () => {
  it('are kept as golden rows', () => {
    expect(versionsWithoutGoldenRow(catalogue, goldenRows('example'))).toEqual([]);
  });

  it('are read in the version of today', async () => {
    const { client, store } = await newStore();
    const rows = goldenRows('example');
    expect(await readGoldenRows(client, store, rows)).toEqual(rows.map(({ value }) => value));
    expect((await store.range('golden', 'note', { limit: 10 })).rows.map(({ value }) => value)).toEqual(
      rows.map(({ value }) => value),
    );
  });

  it('become rows of today when they are replaced', async () => {
    const { client, store } = await newStore();
    await client.createEntity(raw({ v: 1, body: '{"message":"old"}' }));
    const old = await store.get('p', 'note', 'a');
    await store.commit('p', [{ op: 'replace', kind: 'note', key: 'a', value: today, etag: old?.etag ?? '' }]);
    expect(await client.getEntity('tenant-1|p', 'note|a')).toMatchObject({ v: 3, body: JSON.stringify(today) });
  });
});

describe('A row that this release cannot read', () => {
  it.each([
    ['row-from-newer-version', raw({ v: 4 })],
    ['row-unreadable', raw({ v: 0 })],
    ['row-unreadable', raw({ body: '{"lines":' })],
    ['row-unreadable', raw({ kind: 'other' })],
    ['row-invalid', raw({ body: '{"lines":"no"}' })],
    ['row-invalid', raw({ v: 1, body: '{"no":"message"}' })],
  ])('is refused loudly as %s alone, and left out of a range and told of', async (code, entity) => {
    const told: unknown[] = [];
    const { client, store } = await newStore((partition, row) => told.push([partition, row]));
    await client.createEntity(entity);
    for (const key of ['b', 'c', 'd']) await client.createEntity(raw({ rowKey: `note|${key}` }));
    await expect(store.get('p', 'note', 'a')).rejects.toMatchObject({ code });
    const row = { kind: 'note', key: 'a', code };
    expect(await store.range('p', 'note', { limit: 10 })).toEqual({
      rows: ['b', 'c', 'd'].map((key) => expect.objectContaining({ key, value: today })),
      unreadable: [row],
    });
    expect(told).toEqual([
      ['p', row],
      ['p', row],
    ]);
  });

  it('counts for no limit and hides no page, wherever it lies', async () => {
    const { client, store } = await newStore();
    const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const bad = new Set(['a', 'b', 'd', 'g']);
    for (const key of keys)
      await client.createEntity(raw({ rowKey: `note|${key}`, ...(bad.has(key) ? { body: '{' } : {}) }));
    const seen: string[] = [];
    const missed: string[] = [];
    let from: string | undefined;
    do {
      const page = await store.range('p', 'note', { ...(from === undefined ? {} : { from }), limit: 1 });
      expect(page.rows).toHaveLength(1);
      seen.push(...page.rows.map(({ key }) => key));
      missed.push(...(page.unreadable ?? []).map(({ key }) => key));
      from = page.next;
    } while (from !== undefined);
    expect([seen, missed]).toEqual([
      ['c', 'e', 'f'],
      ['a', 'b', 'd', 'g'],
    ]);
  });

  it('is passed over where the rest is of use alone, and refused where all are needed, after the last', async () => {
    const { client, store } = await newStore();
    await client.createEntity(raw({ body: '{' }));
    await client.createEntity(raw({ rowKey: 'note|b' }));
    const keys: string[] = [];
    for await (const { key } of readAll(store, 'p', 'note')) keys.push(key);
    const whole = async (): Promise<void> => {
      for await (const { key } of readWhole(store, 'p', 'note')) keys.push(key);
    };
    await expect(whole()).rejects.toMatchObject({ code: 'rows-unreadable', details: { kind: 'note', rows: 1 } });
    expect(keys).toEqual(['b', 'b']);
  });

  it('is never written either', async () => {
    const { store } = await newStore();
    const value = { lines: 'no' } as unknown as Rows['note'];
    await expect(store.commit('p', [{ op: 'insert', kind: 'note', key: 'a', value }])).rejects.toMatchObject({
      code: 'row-invalid',
    });
    const stranger = { op: 'insert', kind: 'toString', key: 'a', value } as unknown as {
      op: 'insert';
      kind: 'note';
      key: string;
      value: Rows['note'];
    };
    await expect(store.commit('p', [stranger])).rejects.toMatchObject({ code: 'unknown-row-kind' });
    await expect(store.get('p', 'toString' as 'note', 'a')).rejects.toMatchObject({ code: 'unknown-row-kind' });
  });
});

describe('A catalogue', () => {
  it.each([
    ['lacks an upgrade', { note: { version: 2 } }],
    ['has a version that is no whole number from 1', { note: { version: 0 } }],
    ['has a kind that cannot stand in a key', { 'no|te': { version: 1 } }],
  ])('that %s is refused at the start', async (_case, broken) => {
    const tableClient = await azurite.newTable();
    const open = () =>
      createRowStore({ tableClient, tenant: 't', catalogue: broken as RowCatalogue<Rows>, ids: countingIds() });
    expect(open).toThrow(expect.objectContaining({ code: 'row-catalogue-invalid' }));
  });
});
