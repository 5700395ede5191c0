import type { RangeQuery, RowStore, Write } from '../../src/kernel/row-store';

/** What goes over the wire between a use case and the stores that `over` was given. */
export class CallCount {
  /** Point reads, ranges and transactions. */
  calls: string[] = [];
  /** Calls one after the other at most: a call that began after another had ended waited for it. */
  rounds = 0;
  private ended = 0;

  /** The store with its calls counted, each answer a turn of the event loop away as over a wire. */
  over<Rows>(store: RowStore<Rows>): RowStore<Rows> {
    return {
      get: <K extends keyof Rows & string>(partition: string, kind: K, key: string) =>
        this.count(`${kind} ${key}`, () => store.get(partition, kind, key)),
      range: <K extends keyof Rows & string>(partition: string, kind: K, query: RangeQuery) =>
        this.count(`${kind} ...`, () => store.range(partition, kind, query)),
      commit: (partition: string, writes: readonly Write<Rows>[]) =>
        this.count('transaction', () => store.commit(partition, writes)),
    };
  }

  private async count<T>(name: string, call: () => Promise<T>): Promise<T> {
    const round = this.ended + 1;
    this.calls.push(name);
    this.rounds = Math.max(this.rounds, round);
    await new Promise(setImmediate);
    const answer = await call();
    this.ended = Math.max(this.ended, round);
    return answer;
  }
}
