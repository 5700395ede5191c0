import type { RowStore, Stored } from './row-store';

/** Every row of a kind in a key range, page by page. For long work and bounded ranges only, never for a request over people. */
export async function* readAll<Rows, K extends keyof Rows & string>(
  store: RowStore<Rows>,
  partition: string,
  kind: K,
  range: { readonly from?: string; readonly to?: string } = {},
): AsyncGenerator<Stored<Rows[K]>> {
  let from = range.from;
  for (;;) {
    const page = await store.range(partition, kind, {
      ...(from === undefined ? {} : { from }),
      ...(range.to === undefined ? {} : { to: range.to }),
      limit: 500,
    });
    yield* page.rows;
    if (page.next === undefined) return;
    from = page.next;
  }
}

/** The range of keys that begin with the prefix. */
export function withPrefix(prefix: string): { readonly from: string; readonly to: string } {
  return { from: prefix, to: `${prefix}\uffff` };
}
