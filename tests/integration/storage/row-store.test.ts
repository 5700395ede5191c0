import { useAzurite } from '../../helpers/azurite';
import { countingIds, etagOf, exampleStore, note, noteKeys } from './example-rows';

const azurite = useAzurite();
const newStore = async (tenant = 'tenant-1') => exampleStore({ tableClient: await azurite.newTable(), tenant });
const conflict = { ok: false, reason: 'conflict' };
const tooLarge = { ok: false, reason: 'too-large' };
const done = { ok: true, value: undefined };

describe('Rows that were committed', () => {
  it('come back with their etag', async () => {
    const store = await newStore();
    expect(
      await store.commit('p', [note('a', 'Anaïs'), { op: 'insert', kind: 'due', key: 'a', value: { at: 'x' } }]),
    ).toEqual(done);
    expect(await store.get('p', 'note', 'a')).toEqual({
      key: 'a',
      value: { text: 'Anaïs' },
      etag: expect.stringMatching(/^W\//) as unknown,
    });
    expect(await store.get('p', 'due', 'a')).toMatchObject({ value: { at: 'x' } });
    expect(await store.get('p', 'note', 'b')).toBeUndefined();
  });

  it.each([1, 2, 3, 4, 5])(
    'come back whole from %i parts, none of which begins or ends in half a character',
    async (parts) => {
      const tableClient = await azurite.newTable();
      const store = exampleStore({ tableClient });
      // One unit more in front makes characters of two units straddle the seam in one of the two.
      for (const text of ['🤝'.repeat(15_000 * parts - 20), `x${'🤝'.repeat(15_000 * parts - 20)}`]) {
        const key = String(text.length);
        expect(await store.commit('p', [note(key, text)])).toEqual(done);
        expect((await store.get('p', 'note', key))?.value.text === text).toBe(true);
        const raw = await tableClient.getEntity('tenant-1|p', `note|${key}`);
        const stored = Object.entries(raw).filter(([name]) => name.startsWith('body'));
        expect(stored).toHaveLength(parts);
        expect(stored.every(([, part]) => Buffer.from(String(part)).toString() === part)).toBe(true);
      }
    },
  );

  it('keep characters that break lines, quotes, controls and lone surrogates', async () => {
    const store = await newStore();
    const text = 'a\u2028b\u2029c\r\nIf-Match: *\r\nDELETE x HTTP/1.1\r\n"\'\\\u0000\u0007\ud800 {}} PUT é 🙂';
    await store.commit('p', [note('a', text), note('b', text)]);
    expect((await store.get('p', 'note', 'a'))?.value.text).toBe(text);
    expect((await store.get('p', 'note', 'b'))?.value.text).toBe(text);
  });

  it('lose the parts of a longer value that they replace', async () => {
    const store = await newStore();
    await store.commit('p', [note('a', 'x'.repeat(100_000))]);
    await store.commit('p', [{ ...note('a', 'short'), op: 'replace', etag: await etagOf(store, 'p', 'a') }]);
    expect((await store.get('p', 'note', 'a'))?.value.text).toBe('short');
  });
});

describe('A transaction', () => {
  it.each([
    ['an insert of a row that is there', note('a')],
    [
      'a replace with a stale etag',
      { ...note('a'), op: 'replace', etag: `W/"datetime'2026-01-01T00%3A00%3A00.0000000Z'"` },
    ],
    [
      'a delete with a stale etag',
      { ...note('a'), op: 'delete', etag: `W/"datetime'2026-01-01T00%3A00%3A00.0000000Z'"` },
    ],
    ['a replace of a row that is not there', { ...note('z'), op: 'replace', etag: `W/"1"` }],
    ['a delete of a row that is not there', { ...note('z'), op: 'delete', etag: `W/"1"` }],
  ] as const)('is a conflict, and nothing of it is written, for %s', async (_case, write) => {
    const store = await newStore();
    await store.commit('p', [note('a', 'kept'), note('b', 'kept')]);
    const before = await store.range('p', 'note', { limit: 10 });
    const etag = await etagOf(store, 'p', 'b');
    expect(
      await store.commit('p', [note('new-1'), { op: 'delete', kind: 'note', key: 'b', etag }, write, note('new-2')]),
    ).toEqual(conflict);
    expect(await store.range('p', 'note', { limit: 10 })).toEqual(before);
  });

  it('deletes with the etag that was read, next to other changes', async () => {
    const store = await newStore();
    await store.commit('p', [note("it's/odd"), note('b'), note('c')]);
    const writes = [
      { op: 'delete', kind: 'note', key: "it's/odd", etag: await etagOf(store, 'p', "it's/odd") },
      { op: 'replace', kind: 'note', key: 'b', value: { text: 'new' }, etag: await etagOf(store, 'p', 'b') },
      { op: 'delete', kind: 'note', key: 'c', etag: await etagOf(store, 'p', 'c') },
    ] as const;
    expect(await store.commit('p', writes)).toEqual(done);
    expect(await noteKeys(store, 'p')).toEqual(['b']);
  });

  it('takes a hundred changes, and nothing at all', async () => {
    const store = await newStore();
    const hundred = Array.from({ length: 100 }, (_, n) => note(String(n).padStart(3, '0')));
    expect(await store.commit('p', hundred)).toEqual(done);
    expect(await noteKeys(store, 'p')).toHaveLength(100);
    expect(await store.commit('p', [])).toEqual(done);
  });

  it('is won by exactly one of many that start from the same row, and leaves no trace of the others', async () => {
    const store = await newStore();
    await store.commit('p', [note('a')]);
    const etag = await etagOf(store, 'p', 'a');
    const racers = Array.from({ length: 12 }, (_, n) => n);
    const results = await Promise.all(
      racers.map((n) =>
        store.commit('p', [
          note(`before-${String(n)}`),
          { ...note('a', String(n)), op: 'replace', etag },
          note(`after-${String(n)}`),
        ]),
      ),
    );
    const winners = racers.filter((n) => results[n]?.ok);
    expect(winners).toHaveLength(1);
    expect(await noteKeys(store, 'p')).toEqual(['a', `after-${String(winners[0])}`, `before-${String(winners[0])}`]);
  });

  it.each([
    ['too-many-writes', Array.from({ length: 101 }, (_, n) => note(String(n)))],
    ['row-written-twice', [note('a'), { ...note('a'), op: 'delete', etag: 'W/"1"' } as const]],
    ['etag-required', [{ ...note('a'), op: 'replace', etag: '*' } as const]],
    ['etag-required', [{ ...note('a'), op: 'delete', etag: '' } as const]],
    ['etag-required', [{ ...note('a'), op: 'delete', etag: 'W/"1"\r\nX: y' } as const]],
  ])('is refused as the programming error %s before anything is sent', async (code, writes) => {
    const store = await newStore();
    await expect(store.commit('p', writes)).rejects.toMatchObject({ code });
    expect(await noteKeys(store, 'p')).toEqual([]);
  });
});

describe('A write over a limit of Azure', () => {
  it.each([
    ['a row over 1 MiB', [note('small'), note('large', 'x'.repeat(500_000))]],
    ['a key over 1 KiB', [note('k'.repeat(508))]],
    ['a transaction over 4 MiB', Array.from({ length: 9 }, (_, n) => note(String(n), 'x'.repeat(480_000)))],
    [
      'a transaction that only UTF-8 makes large',
      Array.from({ length: 4 }, (_, n) => note(String(n), '語'.repeat(400_000))),
    ],
  ])('is too large: %s', async (_case, writes) => {
    const store = await newStore();
    expect(await store.commit('p', writes)).toEqual(tooLarge);
    expect(await noteKeys(store, 'p')).toEqual([]);
  });

  it('is taken just below it', async () => {
    const store = await newStore();
    expect(await store.commit('p', [note('k'.repeat(507)), note('large', 'x'.repeat(499_000))])).toEqual(done);
    expect(await store.get('p', 'note', 'k'.repeat(507))).toBeDefined();
    expect(await store.get('p', 'note', 'k'.repeat(508))).toBeUndefined();
    expect(await store.commit('p'.repeat(600), [note('a')])).toEqual(tooLarge);
  });
});

describe('A range', () => {
  it('goes from its first key up to its end, in pages that say where to go on', async () => {
    const store = await newStore();
    await store.commit(
      'p',
      ['a', 'b', 'c', 'd', 'e'].map((key) => note(key)),
    );
    await store.commit('p', [{ op: 'insert', kind: 'due', key: 'b', value: { at: '' } }]);
    const first = await store.range('p', 'note', { from: 'b', to: 'e', limit: 2 });
    expect([first.rows.map(({ key }) => key), first.next]).toEqual([['b', 'c'], 'd']);
    const second = await store.range('p', 'note', { from: first.next ?? '', to: 'e', limit: 2 });
    expect([second.rows.map(({ key }) => key), second.next]).toEqual([['d'], undefined]);
    expect((await store.range('p', 'note', { limit: 5 })).next).toBeUndefined();
    expect(await store.range('p', 'note', { from: 'e', to: 'b', limit: 5 })).toEqual({ rows: [] });
  });

  it('has as many as a thousand rows a page, whatever the pages of the store', async () => {
    const store = await newStore();
    const keys = Array.from({ length: 1_001 }, (_, n) => String(n).padStart(4, '0'));
    for (let at = 0; at < keys.length; at += 100)
      await store.commit(
        'p',
        keys.slice(at, at + 100).map((key) => note(key)),
      );
    const page = await store.range('p', 'note', { limit: 1_000 });
    expect([page.rows.length, page.next]).toEqual([1_000, '1000']);
  });

  it.each([0, 1_001, 1.5, Number.NaN])('of %p rows is a programming error', async (limit) => {
    const store = await newStore();
    await expect(store.range('p', 'note', { limit })).rejects.toMatchObject({ code: 'range-invalid' });
  });

  it.each(["'", "x' or RowKey ge '", "''", '%27', "a' or true or 'b' eq 'b"])(
    'takes the key %p as text and nothing else',
    async (odd) => {
      const store = await newStore();
      await store.commit(odd, [note(odd), note(`${odd}2`)]);
      await store.commit('other', [note('secret')]);
      expect((await store.get(odd, 'note', odd))?.value.text).toBe(odd);
      expect(
        (await store.range(odd, 'note', { from: odd, to: `${odd}2`, limit: 10 })).rows.map(({ key }) => key),
      ).toEqual([odd]);
      expect(await noteKeys(store, odd)).toEqual([odd, `${odd}2`]);
    },
  );
});

describe('Rows of the same name', () => {
  it('stay apart in two partitions and two tenants of one table', async () => {
    const tableClient = await azurite.newTable();
    const one = exampleStore({ tableClient, tenant: 'tenant-1' });
    const two = exampleStore({ tableClient, tenant: 'tenant-2', ids: countingIds('other') });
    await one.commit('programme', [note('a', 'first')]);
    expect(await two.commit('programme', [note('a', 'second')])).toEqual(done);
    expect(await one.commit('programme-2', [note('a', 'third')])).toEqual(done);
    expect((await one.get('programme', 'note', 'a'))?.value.text).toBe('first');
    expect((await two.get('programme', 'note', 'a'))?.value.text).toBe('second');
    expect(await noteKeys(two, 'programme-2')).toEqual([]);
    const etag = await etagOf(one, 'programme', 'a');
    expect(await two.commit('programme', [{ op: 'delete', kind: 'note', key: 'a', etag }])).toEqual(conflict);
  });

  it('cannot meet through a tenant that holds the mark before the partition', async () => {
    const tableClient = await azurite.newTable();
    expect(() => exampleStore({ tableClient, tenant: 'a|b' })).toThrow(
      expect.objectContaining({ code: 'tenant-invalid' }),
    );
  });
});
