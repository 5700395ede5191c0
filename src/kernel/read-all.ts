import { CodedError } from './coded-error';
import type { RowStore, Stored, UnreadableRow } from './row-store';

/**
 * Every row of a kind in a key range that can be read, page by page. For long work and bounded ranges only, never for a request over
 * people. Where a row that is missed would mean a second pair, session or survey, or somebody overlooked: `readWhole`.
 */
export async function* readAll<Rows, K extends keyof Rows & string>(
  store: RowStore<Rows>,
  partition: string,
  kind: K,
  range: { readonly from?: string; readonly to?: string } = {},
): AsyncGenerator<Stored<Rows[K]>> {
  yield* readPages(store, partition, kind, range, () => undefined);
}

/**
 * As `readAll`, and throws `rows-unreadable` after the last row when any could not be read: what is done row by row is done, what needs
 * all of them is not.
 */
export async function* readWhole<Rows, K extends keyof Rows & string>(
  store: RowStore<Rows>,
  partition: string,
  kind: K,
  range: { readonly from?: string; readonly to?: string } = {},
): AsyncGenerator<Stored<Rows[K]>> {
  let unreadable = 0;
  yield* readPages(store, partition, kind, range, (rows) => {
    unreadable += rows.length;
  });
  if (unreadable > 0)
    throw new CodedError('rows-unreadable', `${String(unreadable)} rows of kind ${kind} cannot be read`, {
      kind,
      rows: unreadable,
    });
}

/** Whether it says that a row is there and cannot be read. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof CodedError && unreadableCodes.has(error.code);
}

const unreadableCodes: ReadonlySet<string> = new Set([
  'row-from-newer-version',
  'row-unreadable',
  'row-invalid',
  'rows-unreadable',
]);

/** Does something with each; one that needs a row that cannot be read holds up no other, and is thrown after the last. */
export async function withEach<T>(items: AsyncIterable<T>, run: (item: T) => Promise<unknown>): Promise<void> {
  let failure: unknown;
  for await (const item of items) {
    try {
      await run(item);
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      failure ??= error;
    }
  }
  if (failure !== undefined) throw failure as Error;
}

async function* readPages<Rows, K extends keyof Rows & string>(
  store: RowStore<Rows>,
  partition: string,
  kind: K,
  range: { readonly from?: string; readonly to?: string },
  onUnreadable: (rows: readonly UnreadableRow[]) => void,
): AsyncGenerator<Stored<Rows[K]>> {
  let from = range.from;
  for (;;) {
    const page = await store.range(partition, kind, {
      ...(from === undefined ? {} : { from }),
      ...(range.to === undefined ? {} : { to: range.to }),
      limit: 500,
    });
    if (page.unreadable !== undefined) onUnreadable(page.unreadable);
    yield* page.rows;
    if (page.next === undefined) return;
    from = page.next;
  }
}

/** The range of keys that begin with the prefix. */
export function withPrefix(prefix: string): { readonly from: string; readonly to: string } {
  return { from: prefix, to: `${prefix}\uffff` };
}
