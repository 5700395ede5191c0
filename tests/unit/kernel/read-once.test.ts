import { readOnce } from '../../../src/kernel/read-once';
import type { RowStore } from '../../../src/kernel/row-store';
import { createMemoryStore } from '../../helpers/memory-store';

interface Rows {
  note: { readonly text: string };
}

const note = (text: string) => ({ op: 'insert', kind: 'note', key: 'a', value: { text } }) as const;

interface Counted {
  readonly store: RowStore<Rows>;
  readonly gets: () => number;
  fail: boolean;
}

function counted(): Counted {
  const memory = createMemoryStore<Rows>();
  let gets = 0;
  const state: Counted = {
    fail: false,
    gets: () => gets,
    store: {
      ...memory,
      get: (partition: string, kind: 'note', key: string) => {
        gets++;
        return state.fail ? Promise.reject(new Error('down')) : memory.get(partition, kind, key);
      },
    } as RowStore<Rows>,
  };
  return state;
}

describe('A store that reads once', () => {
  it('asks for a row once, also where the first read is under way', async () => {
    const { store, gets } = counted();
    await store.commit('p', [note('one')]);
    const once = readOnce(store);
    const [first, second] = await Promise.all([once.get('p', 'note', 'a'), once.get('p', 'note', 'a')]);
    expect(first?.value.text).toBe('one');
    expect(second).toBe(first);
    expect(await once.get('p', 'note', 'a')).toBe(first);
    expect(gets()).toBe(1);
  });

  it('keeps that a row is not there, and tells rows and partitions apart', async () => {
    const { store, gets } = counted();
    const once = readOnce(store);
    for (const key of ['a', 'a', 'b']) expect(await once.get('p', 'note', key)).toBeUndefined();
    await once.get('q', 'note', 'a');
    expect(gets()).toBe(3);
  });

  it.each([
    ['written', true],
    ['refused', false],
  ])('reads anew after a commit to the partition that was %s', async (_what, goes) => {
    const { store, gets } = counted();
    const once = readOnce(store);
    await once.get('p', 'note', 'a');
    if (!goes) await store.commit('p', [note('by another')]);
    expect((await once.commit('p', [note('mine')])).ok).toBe(goes);
    expect((await once.get('p', 'note', 'a'))?.value.text).toBe(goes ? 'mine' : 'by another');
    expect(gets()).toBe(2);
  });

  it('tries a read that failed anew', async () => {
    const it = counted();
    const once = readOnce(it.store);
    it.fail = true;
    await expect(once.get('p', 'note', 'a')).rejects.toThrow('down');
    it.fail = false;
    expect(await once.get('p', 'note', 'a')).toBeUndefined();
  });
});
