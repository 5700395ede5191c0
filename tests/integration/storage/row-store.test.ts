import { createRowStore } from '../../../bot/storage/create-row-store';
import type { RowCatalogue } from '../../../bot/storage/row-catalogue';
import type { Ids } from '../../../src/kernel/ids';
import type { RowStore } from '../../../src/kernel/row-store';
import { useAzurite } from '../../helpers/azurite';

interface Rows {
  pair: { readonly name: string };
  due: { readonly at: string };
}

const catalogue: RowCatalogue<Rows> = { pair: { version: 1 }, due: { version: 1 } };
const azurite = useAzurite();

function countingIds(): Ids {
  let n = 0;
  return { next: () => `op-${String(++n)}` };
}

async function newStore(tenant = 'tenant-1'): Promise<RowStore<Rows>> {
  return createRowStore<Rows>({ tableClient: await azurite.newTable(), tenant, catalogue, ids: countingIds() });
}

describe('A row store on Azure Tables', () => {
  it('gives back what was committed, with an etag', async () => {
    const store = await newStore();
    const done = await store.commit('p', [
      { op: 'insert', kind: 'pair', key: 'a', value: { name: 'Anaïs' } },
      { op: 'insert', kind: 'due', key: '2026', value: { at: 'x' } },
    ]);
    expect(done).toEqual({ ok: true, value: undefined });
    expect(await store.get('p', 'pair', 'a')).toEqual({ key: 'a', value: { name: 'Anaïs' }, etag: expect.stringMatching(/^W\//) });
    expect(await store.get('p', 'pair', 'b')).toBeUndefined();
  });

  it('writes nothing when a delete in the middle carries a stale etag', async () => {
    const store = await newStore();
    await store.commit('p', [{ op: 'insert', kind: 'pair', key: 'a', value: { name: 'one' } }]);
    const old = await store.get('p', 'pair', 'a');
    await store.commit('p', [{ op: 'replace', kind: 'pair', key: 'a', value: { name: 'two' }, etag: old?.etag ?? '' }]);
    const refusedCommit = await store.commit('p', [
      { op: 'insert', kind: 'pair', key: 'b', value: { name: 'never' } },
      { op: 'delete', kind: 'pair', key: 'a', etag: old?.etag ?? '' },
      { op: 'insert', kind: 'pair', key: 'c', value: { name: 'never' } },
    ]);
    expect(refusedCommit).toEqual({ ok: false, reason: 'conflict' });
    const { rows, next } = await store.range('p', 'pair', { limit: 10 });
    expect(rows.map(({ key, value }) => [key, value.name])).toEqual([['a', 'two']]);
    expect(next).toBeUndefined();
  });
});
