import type { ProgrammeRows, ProgrammeStore } from '../../src/domain/rows';

const work: ReadonlySet<keyof ProgrammeRows> = new Set(['due', 'projection', 'change', 'queued', 'card-edit', 'job']);

/** The store with each transaction of this process that leaves something to do in the background telling so, whoever writes it and whenever. */
export function noticeWork(store: ProgrammeStore, tell: () => void): ProgrammeStore {
  return {
    ...store,
    commit: async (partition, writes) => {
      try {
        return await store.commit(partition, writes);
      } finally {
        // Also where its fate is unknown.
        if (writes.some(({ op, kind }) => op !== 'delete' && work.has(kind))) tell();
      }
    },
  };
}
