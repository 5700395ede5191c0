import type { RangeQuery, RowStore } from '../../src/kernel/row-store';

/** What was read of the stores that `over` was given. */
export class ReadCount {
  /** Point reads and ranges. */
  reads = 0;
  /** Rows that ranges gave. */
  rows = 0;
  /** Reads that were under way at once at most. */
  together = 0;
  private open = 0;

  /** The store with its reads counted, each answer a turn of the event loop away as over a wire. */
  over<Rows>(store: RowStore<Rows>): RowStore<Rows> {
    return {
      ...store,
      get: <K extends keyof Rows & string>(partition: string, kind: K, key: string) =>
        this.count(() => store.get(partition, kind, key)),
      range: <K extends keyof Rows & string>(partition: string, kind: K, query: RangeQuery) =>
        this.count(async () => {
          const page = await store.range(partition, kind, query);
          this.rows += page.rows.length;
          return page;
        }),
    };
  }

  private async count<T>(read: () => Promise<T>): Promise<T> {
    this.reads++;
    this.together = Math.max(this.together, ++this.open);
    await new Promise(setImmediate);
    this.open--;
    return read();
  }
}
