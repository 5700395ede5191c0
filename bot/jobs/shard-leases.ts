import type { Instant } from '../../src/kernel/clock';
import { plusMilliseconds } from '../../src/kernel/clock';
import type { RowPage, Stored, Write } from '../../src/kernel/row-store';
import type { ProgrammeRows } from '../../src/domain/rows';
import { nextShardKey, type NewWork, type ShardHolders } from '../../src/domain/shard';
import {
  giveBack,
  mostNoted,
  nobodyHolds,
  planTurn,
  recordQuiet,
  type QuietShard,
  type ShardPlan,
} from '../../src/domain/shard-rules';
import type { BackgroundDeps } from './background-deps';

const key = 'holders';
/** Another server writes the same row about as often as this one: who loses reads again. */
const tries = 5;
/** Rows read at a time; a quiet programme has one. */
const pageSize = 100;
/** So many announcements in one tick, ninety a turn, that a programme of ten thousand pairs is through in one. */
const mostTurns = 200;

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
}

/**
 * Which shards of each programme this server works: one row a programme names the holders, each for some seconds of real time. Losing a
 * shard is harmless, since each row of work is taken by its own transaction; holding it spares two servers the same work.
 */
export class ShardLeases {
  private readonly known = new Map<string, Known>();
  private readonly looked = new Map<string, ReadonlySet<number>>();
  private stopping = false;

  constructor(private readonly deps: BackgroundDeps) {}

  /** Takes part where there is something to do, and tells in which shards. One read where there is nothing. */
  async take(programmeId: string): Promise<readonly number[]> {
    for (let turn = 0; turn < mostTurns && !this.stopping; turn++) {
      const plan = await this.plan(programmeId, { takesNote: true });
      if (plan === undefined) return [];
      // A turn that noted as much as one may has not seen everything.
      if (plan.noted.length < mostNoted) return plan.due;
    }
    return [];
  }

  /**
   * Whether the shard is still this server's. Looks again, renews and shares with whoever has joined, as often as a tick would; it takes
   * note of no announcement, since `record` writes down what was found before it came.
   */
  async holds(programmeId: string, shard: number): Promise<boolean> {
    const known = this.known.get(programmeId);
    const term = known?.held.get(shard);
    if (this.stopping || known === undefined || term === undefined) return false;
    const every = Math.min(this.deps.pace.tickSeconds, this.deps.pace.leaseSeconds / 4) * 1000;
    if (this.deps.realClock.now() < plusMilliseconds(known.readAt, every)) return true;
    await this.plan(programmeId, { takesNote: false });
    return this.known.get(programmeId)?.held.get(shard) === term;
  }

  /** The term of a shard that this server holds. */
  termOf(programmeId: string, shard: number): number | undefined {
    return this.known.get(programmeId)?.held.get(shard);
  }

  /** Writes down until when (programme time) the shards that were looked into are quiet. */
  async record(programmeId: string, found: ReadonlyMap<number, QuietShard>): Promise<void> {
    const written = await this.change(programmeId, (before) => recordQuiet(before, this.deps.holder, found));
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

  private async plan(programmeId: string, { takesNote }: { takesNote: boolean }): Promise<ShardPlan | undefined> {
    for (let attempt = 0; attempt < tries; attempt++) {
      const { row, news } = takesNote ? await this.read(programmeId) : await this.readHolders(programmeId);
      const looked = this.looked.get(programmeId);
      const { holder: server, realClock, programmeClock, pace } = this.deps;
      const realNow = realClock.now();
      const plan = planTurn(row?.value ?? nobodyHolds, {
        server,
        now: programmeClock.now(),
        realNow,
        leaseMilliseconds: pace.leaseSeconds * 1000,
        hasLooked: (shard) => looked?.has(shard) ?? false,
        news: [...news.keys()],
      });
      const removals = plan.noted.flatMap((one): readonly Write<ProgrammeRows>[] => {
        const there = news.get(one);
        return there === undefined ? [] : [{ op: 'delete', kind: 'shard', key: there.key, etag: there.etag }];
      });
      if (plan.changed && !(await this.write(programmeId, row, plan.holders, removals))) continue;
      const held = plan.holders.shards.flatMap(({ holder, term }, n) =>
        holder === server ? [[n, term] as const] : [],
      );
      this.known.set(programmeId, { held: new Map(held), readAt: realNow });
      return plan;
    }
    return undefined;
  }

  /** Who holds what, and what is new; of many announcements about one shard the first. One request, but where there are many. */
  private async read(programmeId: string): Promise<ShardRows> {
    let row: Stored<ShardHolders> | undefined;
    const news = new Map<NewWork, { readonly key: string; readonly etag: string }>();
    let from: string | undefined = '';
    while (from !== undefined) {
      const page: RowPage<ProgrammeRows['shard']> = await this.deps.ports.programmes.range(programmeId, 'shard', {
        from,
        limit: pageSize,
      });
      for (const one of page.rows)
        if ('shards' in one.value) row = { ...one, value: one.value };
        else news.set(one.value, one);
      from = page.next === undefined ? undefined : nextShardKey(page.next);
    }
    return { row, news };
  }

  /** Who holds what, without what is new. */
  private async readHolders(programmeId: string): Promise<ShardRows> {
    const row = await this.deps.ports.programmes.get(programmeId, 'shard', key);
    return {
      row: row !== undefined && 'shards' in row.value ? { ...row, value: row.value } : undefined,
      news: new Map(),
    };
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
