import type { Instant } from '../kernel/clock';
import type { Ids } from '../kernel/ids';
import type { Write } from '../kernel/row-store';
import { shardOf } from './due-work';
import type { ProgrammeRows, ProgrammeStore } from './rows';
import { newWorkKey } from './shard';
import { atOnce } from './shard-rules';

/**
 * The store with each transaction that writes work for the background telling the shards of it, so that no writer can forget to. What
 * follows and what is folded is the first shard's. `ids` names the rows: they must not be drawn from a rehearsal's seed.
 */
export function announceWork(store: ProgrammeStore, ids: Ids): ProgrammeStore {
  return {
    get: (partition, kind, key) => store.get(partition, kind, key),
    range: (partition, kind, query) => store.range(partition, kind, query),
    commit: (partition, writes) => store.commit(partition, [...writes, ...announcements(writes, ids)]),
  };
}

function announcements(writes: readonly Write<ProgrammeRows>[], ids: Ids): readonly Write<ProgrammeRows>[] {
  const earliest = new Map<number, Instant>();
  for (const write of writes) {
    const work = workOf(write);
    if (work === undefined) continue;
    const known = earliest.get(work.shard);
    if (known === undefined || work.at < known) earliest.set(work.shard, work.at);
  }
  return [...earliest].map(([shard, at]) => ({
    op: 'insert',
    kind: 'shard',
    key: newWorkKey(shard, ids.next()),
    value: { shard, at },
  }));
}

function workOf(write: Write<ProgrammeRows>): { readonly shard: number; readonly at: Instant } | undefined {
  if (write.op !== 'insert') return undefined;
  if (write.kind === 'due') return { shard: shardOf(write.value), at: write.value.at };
  return write.kind === 'projection' || write.kind === 'change' ? { shard: 0, at: atOnce } : undefined;
}
