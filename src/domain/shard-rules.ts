import { isTakenUntil, plusMilliseconds, type Instant } from '../kernel/clock';
import { everyShard, shardCount } from './due-work';
import type { NewWork, Shard, ShardHolders } from './shard';

/** Before every moment: there is something to do whatever the time. */
export const atOnce: Instant = '0000-01-01T00:00:00.000Z';
/** After every moment: there is nothing to do. */
export const never: Instant = '9999-12-31T23:59:59.999Z';

/** Announcements taken note of at a time: each must be removed, and meanwhile the lease runs. */
export const mostNoted = 500;

/** A programme in which no server has looked yet. */
export const nobodyHolds: ShardHolders = { servers: {}, shards: everyShard.map(() => ({ term: 0 })) };

/** The circumstances of one server that looks what it has to do in a programme. */
export interface ShardTurn {
  readonly server: string;
  /** Programme time. */
  readonly now: Instant;
  readonly realNow: Instant;
  readonly leaseMilliseconds: number;
  /** Whether this process has looked into the shard itself: what was written down before, perhaps by another release, it does not believe. */
  readonly hasLooked: (shard: number) => boolean;
  /** Announcements that nobody has taken note of. */
  readonly news: readonly NewWork[];
}

/** What a server does in its turn. */
export interface ShardPlan {
  /** What the row must say before anything is done. */
  readonly holders: ShardHolders;
  /** Whether it says something else now. */
  readonly changed: boolean;
  /** Shards of this server in which something may be due now. */
  readonly due: readonly number[];
  /** Announcements that `holders` takes note of. */
  readonly noted: readonly NewWork[];
}

/**
 * What a server may work now. It takes part where there is something for it to do, or where others are behind and it has less than its
 * share; then it takes what nobody holds, up to its share of all servers that take part, and gives up what is over it.
 */
export function planTurn(before: ShardHolders, turn: ShardTurn): ShardPlan {
  const { server } = turn;
  const others = Object.entries(before.servers).filter(([name, until]) => name !== server && runs(until, turn));
  const live = new Set(others.map(([name]) => name));
  const isTaken = ({ holder }: Shard) => holder !== undefined && live.has(holder);
  const share = fairShare([...live, server], server);
  if (!takesPart(before, turn, isTaken, share)) return { holders: before, changed: false, due: [], noted: [] };

  const mine = shareOf(before, server, isTaken, share);
  const noted: NewWork[] = [];
  const shards = before.shards.map((shard, n): Shard => {
    if (isTaken(shard)) return shard;
    if (!mine.has(n)) return withoutHolder(shard);
    const news = turn.news.filter((one) => one.shard === n).slice(0, mostNoted - noted.length);
    noted.push(...news);
    return news.reduce(noteNews, shard.holder === server ? shard : { ...shard, holder: server, term: shard.term + 1 });
  });
  const due = shards.flatMap((shard, n) => (mine.has(n) && isDue(shard, n, turn) ? [n] : []));
  const { [server]: until } = before.servers;
  const isSame = noted.length === 0 && shards.every((shard, n) => shard === before.shards[n]);
  if (isSame && until !== undefined && isFresh(until, turn)) return { holders: before, changed: false, due, noted };
  const servers = { ...Object.fromEntries(others), [server]: plusMilliseconds(turn.realNow, turn.leaseMilliseconds) };
  return { holders: { servers, shards }, changed: true, due, noted };
}

/**
 * Programme time before which the server need not look again, by the row and by what is new and not noted in it: `atOnce` where something
 * waits, whoever should do it, and as long as the server holds a lease.
 */
export function quietUntil({ holders, noted }: Pick<ShardPlan, 'holders' | 'noted'>, turn: ShardTurn): Instant {
  const { [turn.server]: lease } = holders.servers;
  if ((lease !== undefined && runs(lease, turn)) || turn.news.length > noted.length) return atOnce;
  return holders.shards.map((shard) => shard.quietUntil ?? atOnce).reduce((a, b) => (b < a ? b : a), never);
}

/** All shards among the servers that take part: the first by name have one more where they do not come out even. */
function fairShare(servers: readonly string[], server: string): number {
  const rank = [...servers].sort().indexOf(server);
  return Math.floor(shardCount / servers.length) + (rank < shardCount % servers.length ? 1 : 0);
}

type IsTaken = (shard: Shard) => boolean;

function takesPart({ shards }: ShardHolders, turn: ShardTurn, isTaken: IsTaken, share: number): boolean {
  const told = new Set(turn.news.map(({ shard }) => shard));
  if (shards.some((shard, n) => !isTaken(shard) && (told.has(n) || isDue(shard, n, turn)))) return true;
  const held = shards.filter(({ holder }) => holder === turn.server).length;
  const late = new Set(turn.news.filter(({ at }) => at <= turn.now).map(({ shard }) => shard));
  return held < share && shards.some((shard, n) => isTaken(shard) && (late.has(n) || isBehind(shard, turn)));
}

/** What it holds comes first, then what is free. */
function shareOf({ shards }: ShardHolders, server: string, isTaken: IsTaken, share: number): ReadonlySet<number> {
  const held = everyShard.filter((n) => shards[n]?.holder === server);
  const free = everyShard.filter((n) => {
    const shard = shards[n];
    return shard !== undefined && shard.holder !== server && !isTaken(shard);
  });
  return new Set([...held, ...free].slice(0, share));
}

function isDue(shard: Shard, n: number, turn: ShardTurn): boolean {
  return !turn.hasLooked(n) || isBehind(shard, turn);
}

function isBehind({ quietUntil }: Shard, { now }: ShardTurn): boolean {
  return quietUntil === undefined || quietUntil <= now;
}

function runs(until: Instant, { realNow, leaseMilliseconds }: ShardTurn): boolean {
  return isTakenUntil(until, realNow, leaseMilliseconds);
}

function isFresh(until: Instant, turn: ShardTurn): boolean {
  return runs(until, turn) && until > plusMilliseconds(turn.realNow, turn.leaseMilliseconds / 2);
}

function noteNews(shard: Shard, { at }: NewWork): Shard {
  return shard.quietUntil === undefined || shard.quietUntil <= at ? shard : { ...shard, quietUntil: at };
}

function withoutHolder(shard: Shard): Shard {
  if (shard.holder === undefined) return shard;
  const { holder: _, ...rest } = shard;
  return rest;
}

/** A shard as it was left by a server that has looked into it. */
export interface QuietShard {
  /** The term in which it was looked into. */
  readonly term: number;
  /** Programme time before which nothing in it falls due. */
  readonly quietUntil: Instant;
}

/**
 * Writes down until when shards are quiet, by what was found in them. A shard that has changed hands since, by its term, is left alone:
 * its new holder may have taken note of more. Undefined where nothing is to be written.
 */
export function recordQuiet(
  before: ShardHolders,
  server: string,
  found: ReadonlyMap<number, QuietShard>,
): ShardHolders | undefined {
  const shards = before.shards.map((shard, n) => {
    const left = found.get(n);
    const isOurs = shard.holder === server && shard.term === left?.term;
    return isOurs && shard.quietUntil !== left.quietUntil ? { ...shard, quietUntil: left.quietUntil } : shard;
  });
  return shards.every((shard, n) => shard === before.shards[n]) ? undefined : { ...before, shards };
}

/** Gives back everything that the server holds; undefined where it takes no part. */
export function giveBack(before: ShardHolders, server: string): ShardHolders | undefined {
  if (!(server in before.servers)) return undefined;
  const servers = Object.fromEntries(Object.entries(before.servers).filter(([name]) => name !== server));
  return { servers, shards: before.shards.map((shard) => (shard.holder === server ? withoutHolder(shard) : shard)) };
}
