import type { RangeQuery, RowStore, Write } from '../../src/kernel/row-store';

/** What goes over the wire between a use case and the stores that `over` was given. */
export class CallCount {
  /** Point reads, ranges and transactions, by what they were about. */
  readonly calls: string[] = [];
  /** Point reads and ranges. */
  reads = 0;
  /** Rows that ranges gave. */
  rows = 0;
  /** Calls that were under way at once at most. */
  together = 0;
  /** Calls one after the other at most: a call that began after another had ended waited for it. */
  rounds = 0;
  private open = 0;
  private ended = 0;

  /** The store with its calls counted, each answer a turn of the event loop away as over a wire. */
  over<Rows>(store: RowStore<Rows>): RowStore<Rows> {
    return {
      get: <K extends keyof Rows & string>(partition: string, kind: K, key: string) =>
        this.read(`${kind} ${key}`, () => store.get(partition, kind, key)),
      range: <K extends keyof Rows & string>(partition: string, kind: K, query: RangeQuery) =>
        this.read(`${kind} ...`, async () => {
          const page = await store.range(partition, kind, query);
          this.rows += page.rows.length;
          return page;
        }),
      commit: (partition: string, writes: readonly Write<Rows>[]) =>
        this.count('transaction', () => store.commit(partition, writes)),
    };
  }

  private read<T>(name: string, call: () => Promise<T>): Promise<T> {
    this.reads++;
    return this.count(name, call);
  }

  private async count<T>(name: string, call: () => Promise<T>): Promise<T> {
    const round = this.ended + 1;
    this.calls.push(name);
    this.rounds = Math.max(this.rounds, round);
    this.together = Math.max(this.together, ++this.open);
    await new Promise(setImmediate);
    this.open--;
    const answer = await call();
    this.ended = Math.max(this.ended, round);
    return answer;
  }
}
