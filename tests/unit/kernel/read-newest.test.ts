import fc from 'fast-check';
import { newestFirst, readNewest } from '../../../src/kernel/read-newest';
import type { RangeQuery, RowStore } from '../../../src/kernel/row-store';
import { createMemoryStore } from '../../helpers/memory-store';

interface Rows {
  note: { readonly made: number };
}

/** Ids as they are made: they begin with their time, and those of one kind have one length. */
const ids = fc
  .array(
    fc.string({
      unit: fc.constantFrom(...Array.from('-0123456789abcdefghijklmnopqrstuvwxyz')),
      minLength: 9,
      maxLength: 9,
    }),
  )
  .map((all) => [...new Set(all)].toSorted());

/** A store that keeps the queries it was asked, with rows under the ids, in the order in which they were made. */
async function storeOf(keys: readonly string[]): Promise<{ store: RowStore<Rows>; asked: RangeQuery[] }> {
  const store = createMemoryStore<Rows>();
  for (const [made, key] of keys.entries())
    await store.commit('p', [{ op: 'insert', kind: 'note', key, value: { made } }]);
  const asked: RangeQuery[] = [];
  return {
    asked,
    store: {
      ...store,
      range: (partition, kind, query) => {
        asked.push(query);
        return store.range(partition, kind, query);
      },
    },
  };
}

const newest = async (store: RowStore<Rows>, most: number): Promise<readonly number[]> =>
  (await readNewest(store, 'p', 'note', most)).map(({ value }) => value.made);

it('An id made later comes first, and the same id is turned the same way', () => {
  fc.assert(
    fc.property(ids, (made) => {
      const turned = made.map(newestFirst);
      expect(turned.toSorted()).toEqual(turned.toReversed());
      expect(made.map(newestFirst)).toEqual(turned);
    }),
  );
});

describe('The newest rows', () => {
  it('are read in one short range, however many there are', async () => {
    const many = Array.from({ length: 700 }, (_, index) => newestFirst(`made-${String(index).padStart(4, '0')}`));
    const { store, asked } = await storeOf(many);
    expect(await newest(store, 3)).toEqual([699, 698, 697]);
    expect(asked).toEqual([{ limit: 3 }]);
  });

  it('are all there are where they are fewer', async () => {
    expect(await newest((await storeOf([newestFirst('made-1'), newestFirst('made-2')])).store, 10)).toEqual([1, 0]);
    expect(await newest((await storeOf([])).store, 1)).toEqual([]);
  });
});
