import type { Instant } from '../../src/kernel/clock';
import { plusMilliseconds } from '../../src/kernel/clock';
import type { RowPage, Stored, Write } from '../../src/kernel/row-store';
import type { ProgrammeRows } from '../../src/domain/rows';
import { everyShard } from '../../src/domain/due-work';
import { isUnreadable } from '../../src/kernel/read-all';
import { afterSeen, type NewWork, type ShardHolders } from '../../src/domain/shard';
import {
  atOnce,
  giveBack,
  mostNoted,
  nobodyHolds,
  planTurn,
  quietUntil,
  recordQuiet,
  type QuietShard,
  type ShardPlan,
  type ShardTurn,
} from '../../src/domain/shard-rules';
import type { BackgroundDeps } from './background-deps';

const key = 'holders';
/** Another server writes the same row about as often as this one: who loses reads again. */
const tries = 5;
/** Rows read at a time; a quiet programme has one. */
const pageSize = 100;
/** Announcements removed in the transaction that takes note of all that were read; the others go after it. */
const mostWithNote = 90;
const mostInCommit = 100;
/** So many announcements in one tick that a programme of ten thousand pairs is through in one. */
const mostTurns = 50;

/** What this process knows of its shards in one programme. */
interface Known {
  /** Shard → its term, of those it holds. */
  readonly held: ReadonlyMap<number, number>;
  /** Real time at which the row was read. */
  readonly readAt: Instant;
}

/** What lies in the range of a programme's shards. */
interface ShardRows {
  readonly row: Stored<ShardHolders> | undefined;
  readonly news: ReadonlyMap<NewWork, { readonly key: string; readonly etag: string }>;
  /** Whether no announcement was left out. */
  readonly isAll: boolean;
}

interface Turn {
  readonly plan: ShardPlan;
  /** Nothing more can be learnt from announcements: all were noted, or each shard of this server is to be looked into anyway. */
  readonly isEnough: boolean;
  /** Programme time before which this server need not look again. */
  readonly quietUntil: Instant;
}

/**
 * Which shards of each programme this server works: one row a programme names the holders, each for some seconds of real time. Losing a
 * shard is harmless, since each row of work is taken by its own transaction; holding it spares two servers the same work.
 */
export class ShardLeases {
  private readonly known = new Map<string, Known>();
  private readonly looked = new Map<string, ReadonlySet<number>>();
  /** By programme and shard, the earliest moment of what was noted while this server was at its shards: `record` must not overwrite it. */
  private readonly notedSince = new Map<string, ReadonlyMap<number, Instant>>();
  private readonly quiet = new Map<string, Instant>();
  /** Programmes whose row of holders cannot be read: worked by every server, without a lease. */
  private readonly unleased = new Set<string>();
  private stopping = false;

  constructor(private readonly deps: BackgroundDeps) {}

  /** Takes part where there is something to do, and tells in which shards. One read where there is nothing. */
  async take(programmeId: string): Promise<readonly number[]> {
    this.notedSince.delete(programmeId);
    const wasUnleased = this.unleased.delete(programmeId);
    let due: readonly number[] = [];
    this.quiet.set(programmeId, atOnce);
    for (let turn = 0; turn < mostTurns && !this.stopping; turn++) {
      const turned = await this.turn(programmeId);
      if (turned === undefined && (await this.isUnreadable(programmeId))) return this.takeAll(programmeId, wasUnleased);
      due = turned?.plan.due ?? [];
      this.quiet.set(programmeId, turned?.quietUntil ?? atOnce);
      if (turned?.isEnough !== false) break;
    }
    return this.stopping ? [] : due;
  }

  /** Programme time before which this server need not look into the programme again, as it was when it last did. */
  quietUntil(programmeId: string): Instant {
    return this.quiet.get(programmeId) ?? atOnce;
  }

  /** Whether this process has looked into the shard before: what it finds otherwise, somebody else has left. */
  hasLooked(programmeId: string, shard: number): boolean {
    return this.looked.get(programmeId)?.has(shard) ?? false;
  }

  /** Whether the shard is still this server's. Looks again, renews and shares with whoever has joined, as often as a tick would. */
  async holds(programmeId: string, shard: number): Promise<boolean> {
    if (this.unleased.has(programmeId)) return !this.stopping;
    const known = this.known.get(programmeId);
    const term = known?.held.get(shard);
    if (this.stopping || known === undefined || term === undefined) return false;
    const every = Math.min(this.deps.pace.tickSeconds, this.deps.pace.leaseSeconds / 4) * 1000;
    const now = this.deps.realClock.now();
    if (now >= known.readAt && now < plusMilliseconds(known.readAt, every)) return true;
    const noted = (await this.turn(programmeId))?.plan.noted ?? [];
    this.notedSince.set(programmeId, earliest(noted, this.notedSince.get(programmeId)));
    return this.known.get(programmeId)?.held.get(shard) === term;
  }

  /** The term of a shard that this server holds. */
  termOf(programmeId: string, shard: number): number | undefined {
    return this.unleased.has(programmeId) ? 0 : this.known.get(programmeId)?.held.get(shard);
  }

  /** Writes down until when (programme time) the shards that were looked into are quiet. */
  async record(programmeId: string, found: ReadonlyMap<number, QuietShard>): Promise<void> {
    if (this.unleased.has(programmeId)) return;
    const since = this.notedSince.get(programmeId);
    const quiet = new Map(
      [...found].map(([shard, { term, quietUntil }]) => {
        const noted = since?.get(shard);
        return [shard, { term, quietUntil: noted !== undefined && noted < quietUntil ? noted : quietUntil }];
      }),
    );
    const written = await this.change(programmeId, (before) => recordQuiet(before, this.deps.holder, quiet));
    if (written) this.looked.set(programmeId, new Set([...(this.looked.get(programmeId) ?? []), ...found.keys()]));
  }

  /** Nothing new is begun from now on. */
  stop(): void {
    this.stopping = true;
  }

  /** Gives all shards back, so that other servers need not wait. */
  async release(): Promise<void> {
    for (const programmeId of this.known.keys())
      await this.change(programmeId, (before) => giveBack(before, this.deps.holder));
    this.known.clear();
  }

  /** A row that another release wrote, or that is damaged, must not stop the work: each row of it is taken by its own transaction. */
  private takeAll(programmeId: string, isKnown: boolean): readonly number[] {
    this.unleased.add(programmeId);
    if (!isKnown)
      this.deps.log.error(
        { programmeId, step: 'shards', code: 'row-unreadable' },
        'Who holds the shards cannot be read: every server works them all',
      );
    return this.stopping ? [] : everyShard;
  }

  private async isUnreadable(programmeId: string): Promise<boolean> {
    try {
      await this.deps.ports.programmes.get(programmeId, 'shard', key);
      return false;
    } catch (error) {
      if (isUnreadable(error)) return true;
      throw error;
    }
  }

  /** Looks who holds what and what is new, and writes down what this server takes; undefined where others keep writing it first. */
  private async turn(programmeId: string): Promise<Turn | undefined> {
    for (let attempt = 0; attempt < tries; attempt++) {
      const { row, news, isAll } = await this.read(programmeId);
      // The answer has told the store's time: whoever is wrong about it takes nothing.
      if (this.deps.isClockWrong()) return undefined;
      const { holder: server, realClock, programmeClock, pace } = this.deps;
      const realNow = realClock.now();
      const turn: ShardTurn = {
        server,
        now: programmeClock.now(),
        realNow,
        leaseMilliseconds: pace.leaseSeconds * 1000,
        hasLooked: (shard) => this.hasLooked(programmeId, shard),
        news: [...news.keys()],
      };
      const plan = planTurn(row?.value ?? nobodyHolds, turn);
      const removals = plan.noted.flatMap((one): readonly Write<ProgrammeRows>[] => {
        const there = news.get(one);
        return there === undefined ? [] : [{ op: 'delete', kind: 'shard', key: there.key, etag: there.etag }];
      });
      if (plan.changed && !(await this.write(programmeId, row, plan.holders, removals.slice(0, mostWithNote))))
        continue;
      // Noted by now: of those that stay, should this process end, note is taken once more.
      for (let start = mostWithNote; start < removals.length; start += mostInCommit)
        await this.deps.ports.programmes.commit(programmeId, removals.slice(start, start + mostInCommit));
      const held = plan.holders.shards.flatMap(({ holder, term }, n) =>
        holder === server ? [[n, term] as const] : [],
      );
      this.known.set(programmeId, { held: new Map(held), readAt: realNow });
      const seenAll = plan.noted.length === 0 || (isAll && plan.noted.length < mostNoted);
      const isEnough = seenAll || held.length === plan.due.length;
      return { plan, isEnough, quietUntil: quietUntil(plan, turn) };
    }
    return undefined;
  }

  /** Who holds what, and what is new; of many announcements about one shard the first, of each shard one at least. One request, but where there are many. */
  private async read(programmeId: string): Promise<ShardRows> {
    let row: Stored<ShardHolders> | undefined;
    const news = new Map<NewWork, { readonly key: string; readonly etag: string }>();
    let isAll = true;
    let from: string | undefined = '';
    while (from !== undefined) {
      const page: RowPage<ProgrammeRows['shard']> = await this.deps.ports.programmes.range(programmeId, 'shard', {
        from,
        limit: pageSize,
      });
      for (const one of page.rows)
        if ('shards' in one.value) row = { ...one, value: one.value };
        else news.set(one.value, one);
      from = page.next === undefined ? undefined : afterSeen(page.rows.at(-1)?.key ?? '', page.next);
      if (from !== page.next) isAll = false;
    }
    return { row, news, isAll };
  }

  /** Whether the row now says what it must: it did already, or it was written. */
  private async change(programmeId: string, to: (before: ShardHolders) => ShardHolders | undefined): Promise<boolean> {
    for (let attempt = 0; attempt < tries; attempt++) {
      const row = await this.deps.ports.programmes.get(programmeId, 'shard', key);
      if (row === undefined || !('shards' in row.value)) return false;
      const after = to(row.value);
      if (after === undefined) return true;
      if (await this.write(programmeId, row, after)) return true;
    }
    return false;
  }

  private async write(
    programmeId: string,
    row: Stored<unknown> | undefined,
    value: ShardHolders,
    more: readonly Write<ProgrammeRows>[] = [],
  ): Promise<boolean> {
    const written = await this.deps.ports.programmes.commit(programmeId, [
      row === undefined
        ? { op: 'insert', kind: 'shard', key, value }
        : { op: 'replace', kind: 'shard', key, value, etag: row.etag },
      ...more,
    ]);
    return written.ok;
  }
}

function earliest(
  news: readonly NewWork[],
  known: ReadonlyMap<number, Instant> = new Map(),
): ReadonlyMap<number, Instant> {
  const all = new Map(known);
  for (const { shard, at } of news) {
    const before = all.get(shard);
    if (before === undefined || at < before) all.set(shard, at);
  }
  return all;
}
