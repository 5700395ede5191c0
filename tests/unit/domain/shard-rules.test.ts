import { nobodyHolds, planTurn, recordQuiet, type ShardTurn } from '../../../src/domain/shard-rules';
import type { NewWork, ShardHolders } from '../../../src/domain/shard';

const now = '2027-01-11T09:00:00.000Z';
const later = '2027-02-01T09:00:00.000Z';
const realNow = '2026-11-23T10:00:00.000Z';

const turn = (server: string, more: Partial<ShardTurn> = {}): ShardTurn => ({
  server,
  now,
  realNow,
  leaseMilliseconds: 30_000,
  hasLooked: () => true,
  news: [],
  ...more,
});
const quietTill = (at: string, holders: ShardHolders = nobodyHolds): ShardHolders => ({
  ...holders,
  shards: holders.shards.map((shard) => ({ ...shard, quietUntil: at })),
});
const held = (holders: ShardHolders, server: string) =>
  holders.shards.flatMap(({ holder }, n) => (holder === server ? [n] : []));

describe('A server', () => {
  it('that is alone takes every shard in which something may be due', () => {
    const { holders, due } = planTurn(nobodyHolds, turn('a'));
    expect(held(holders, 'a')).toHaveLength(16);
    expect(due).toHaveLength(16);
    expect(holders.servers).toEqual({ a: '2026-11-23T10:00:30.000Z' });
  });

  it('writes nothing where nothing is due, also when its lease is over', () => {
    const { holders } = planTurn(nobodyHolds, turn('a'));
    const idle = quietTill(later, holders);
    expect(planTurn(idle, turn('a', { realNow: '2026-11-24T10:00:00.000Z' }))).toEqual({
      holders: idle,
      changed: false,
      due: [],
      noted: [],
    });
  });

  it('that works on writes its lease again only when half of it is over', () => {
    const { holders } = planTurn(nobodyHolds, turn('a'));
    expect(planTurn(holders, turn('a', { realNow: '2026-11-23T10:00:14.999Z' })).changed).toBe(false);
    const renewed = planTurn(holders, turn('a', { realNow: '2026-11-23T10:00:15.000Z' }));
    expect(renewed.holders.servers).toEqual({ a: '2026-11-23T10:00:45.000Z' });
  });

  it('forgets who is gone when it writes', () => {
    const { holders } = planTurn(nobodyHolds, turn('gone'));
    const after = planTurn(holders, turn('a', { realNow: '2026-11-23T10:00:30.000Z' })).holders;
    expect(Object.keys(after.servers)).toEqual(['a']);
    expect(held(after, 'a')).toHaveLength(16);
    expect(after.shards.every(({ term }) => term === 2)).toBe(true);
  });

  it('gives up what is over its share as soon as another takes part', () => {
    const first = planTurn(nobodyHolds, turn('a')).holders;
    const joined = planTurn(first, turn('b'));
    expect([held(joined.holders, 'b'), joined.due]).toEqual([[], []]);
    const shared = planTurn(joined.holders, turn('a'));
    expect(held(shared.holders, 'a')).toHaveLength(8);
    expect(shared.due).toEqual(held(shared.holders, 'a'));
    expect(held(planTurn(shared.holders, turn('b')).holders, 'b')).toHaveLength(8);
  });
});

describe('Servers of any number', () => {
  it.each([2, 3, 5, 7, 11, 16])('share the shards, %i of them, and none is left without', (count) => {
    const names = Array.from({ length: count }, (_, n) => `server-${String(n)}`);
    let holders = nobodyHolds;
    // Each joins where the others are behind, and each has its turn until nothing moves.
    for (let round = 0; round < 4; round++) for (const name of names) holders = planTurn(holders, turn(name)).holders;
    const shares = names.map((name) => held(holders, name).length);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(16);
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
  });
});

describe('An announcement', () => {
  const news: readonly NewWork[] = [{ shard: 3, at: later }];
  const idle = quietTill('9999-12-31T23:59:59.999Z');

  it('of work to come lets the shard be quiet until then, and no longer', () => {
    const plan = planTurn(idle, turn('a', { news }));
    expect([plan.due, plan.noted]).toEqual([[], news]);
    expect(plan.holders.shards[3]?.quietUntil).toBe(later);
    expect(planTurn(plan.holders, turn('a', { now: later })).due).toEqual([3]);
  });

  it('about a shard of another server is left to that server', () => {
    const first = planTurn(idle, turn('a', { news: [{ shard: 0, at: later }] })).holders;
    expect(planTurn(first, turn('b', { news })).noted).toEqual([]);
    expect(planTurn(first, turn('a', { news })).noted).toEqual(news);
  });

  it('is one of five hundred at most that a turn takes note of; the others wait for the next', () => {
    const many = Array.from({ length: 900 }, (_, n): NewWork => ({ shard: n % 16, at: now }));
    expect(planTurn(idle, turn('a', { news: many })).noted).toHaveLength(500);
  });
});

describe('Until when a shard is quiet', () => {
  const { holders } = planTurn(nobodyHolds, turn('a'));

  it('is written down by the server that has looked', () => {
    expect(recordQuiet(holders, 'a', new Map([[2, { term: 1, quietUntil: later }]]))?.shards[2]?.quietUntil).toBe(
      later,
    );
  });

  it('is not what a server saw before the shard changed hands: its new holder may have taken note of more', () => {
    const found = new Map([[2, { term: 1, quietUntil: later }]]);
    const shards = holders.shards.map((shard) => ({ ...shard, term: 3 }));
    expect(recordQuiet({ ...holders, shards }, 'a', found)).toBeUndefined();
    expect(recordQuiet(holders, 'b', found)).toBeUndefined();
  });
});
