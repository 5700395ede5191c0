import { announceWork } from '../../../src/domain/announce-work';
import { dueKey, shardOf, type DueWork } from '../../../src/domain/due-work';
import type { ProgrammeRows } from '../../../src/domain/rows';
import { createMemoryStore } from '../../helpers/memory-store';

const due = (ref: string, at: string): DueWork => ({
  kind: 'session-propose',
  at,
  ref,
  occurrence: '',
  correlationId: 'c',
});
const insert = (row: DueWork) => ({ op: 'insert', kind: 'due', key: dueKey(row), value: row }) as const;
const change = { at: 'x', id: 'c1', what: 'said', correlationId: 'c', by: 'system' } as const;

function aStore() {
  const memory = createMemoryStore<ProgrammeRows>();
  let ids = 0;
  const store = announceWork(memory, { next: () => String(++ids) });
  const announced = () => memory.dump().flatMap(({ kind, value }) => (kind === 'shard' ? [value] : []));
  return { store, announced };
}

describe('A transaction that writes work', () => {
  it('tells each shard of it once, with its earliest moment', async () => {
    const { store, announced } = aStore();
    await store.commit('p', [
      insert(due('pair-1|02', '2027-02-01T09:00:00.000Z')),
      insert(due('pair-1|01', '2027-01-01T09:00:00.000Z')),
      insert(due('pair-2|01', '2027-03-01T09:00:00.000Z')),
    ]);
    const [one, two] = ['pair-1', 'pair-2'].map((ref) => shardOf({ kind: 'session-propose', ref }));
    expect(one).not.toBe(two);
    expect(announced()).toEqual([
      { shard: one, at: '2027-01-01T09:00:00.000Z' },
      { shard: two, at: '2027-03-01T09:00:00.000Z' },
    ]);
  });

  it('and is refused tells nobody', async () => {
    const { store, announced } = aStore();
    const row = insert(due('pair-1|01', '2027-01-01T09:00:00.000Z'));
    await store.commit('p', [row]);
    expect((await store.commit('p', [row])).ok).toBe(false);
    expect(announced()).toHaveLength(1);
  });

  it('of the programme as a whole, such as a change to be folded, tells the first shard', async () => {
    const { store, announced } = aStore();
    await store.commit('p', [{ op: 'insert', kind: 'change', key: 'x|c1', value: change }]);
    expect(announced()).toEqual([{ shard: 0, at: '0000-01-01T00:00:00.000Z' }]);
  });

  it('tells nobody where it only takes work away', async () => {
    const { store, announced } = aStore();
    await store.commit('p', [{ op: 'insert', kind: 'taken', key: 'M1|x', value: { sessionKey: 'pair-1|01' } }]);
    expect(announced()).toEqual([]);
  });
});

describe('The shard of due work', () => {
  it('is one for everything about a pair, whatever its ref names beside it', () => {
    const shards = [
      shardOf({ kind: 'session-propose', ref: 'pair-7|01' }),
      shardOf({ kind: 'session-close', ref: 'pair-7|06' }),
      shardOf({ kind: 'pair-align', ref: 'pair-7' }),
      shardOf({ kind: 'proposal-expire', ref: 'pair-7' }),
    ];
    expect(new Set(shards).size).toBe(1);
  });

  it('is the first for everything about the programme', () => {
    for (const kind of ['programme-close', 'channel-remind', 'survey-open'] as const)
      expect(shardOf({ kind, ref: 'pair-7' })).toBe(0);
  });

  it('takes about as many of ten thousand pairs as any other', () => {
    const counts = Array<number>(16).fill(0);
    for (let n = 0; n < 10_000; n++) counts[shardOf({ kind: 'pair-align', ref: `pair-${String(n)}` })]!++;
    expect(Math.min(...counts)).toBeGreaterThan(550);
    expect(Math.max(...counts)).toBeLessThan(700);
  });
});
