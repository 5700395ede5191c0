import type { Instant } from '../../src/kernel/clock';
import { withPrefix } from '../../src/kernel/read-all';
import type { Stored } from '../../src/kernel/row-store';
import { shardPrefix, type DueWork } from '../../src/domain/due-work';
import { never, type QuietShard } from '../../src/domain/shard-rules';
import type { BackgroundDeps } from './background-deps';
import type { RetryBackoff } from './retry-backoff';
import type { ShardLeases } from './shard-leases';
import { workOff } from './work-off';

/** Rows of a shard read at a time: most often one or two are due, and the one after them tells until when it is quiet. */
const pageSize = 30;

/** How far one shard has been looked into. */
interface Reading {
  readonly shard: number;
  readonly term: number;
  readonly to: string;
  /** Where its next page begins; undefined when nothing more in it can be due, or it is no longer ours. */
  from: string | undefined;
  quietUntil: Instant;
  /** Every row that was met could be read, and all of them were met. */
  isWhole: boolean;
}

/**
 * Does what is due in the shards of which this server holds the lease: a page of each at a time, in the order of time. Returns how many
 * rows it did, and until when each shard is quiet; not of those that were lost on the way, or where a row cannot be read.
 */
export async function workDue(
  deps: BackgroundDeps,
  later: RetryBackoff,
  leases: ShardLeases,
  programmeId: string,
  shards: readonly number[],
): Promise<{ readonly done: number; readonly quiet: ReadonlyMap<number, QuietShard> }> {
  const readings = shards.flatMap((shard): Reading[] => {
    const term = leases.termOf(programmeId, shard);
    return term === undefined
      ? []
      : [{ shard, term, ...withPrefix(shardPrefix(shard)), quietUntil: never, isWhole: true }];
  });
  let done = 0;
  for (;;) {
    const now = deps.programmeClock.now();
    const pages = await Promise.all(readings.map((reading) => nextDue(deps, programmeId, reading, now)));
    const due = pages.flat().sort((a, b) => compare(a.row.value.at, b.row.value.at));
    if (due.length === 0 && readings.every(({ from }) => from === undefined)) break;
    for (const { reading, row } of due) {
      if (!(await leases.holds(programmeId, reading.shard)))
        Object.assign(reading, { from: undefined, isWhole: false });
      else if (await workRow(deps, later, programmeId, row, now)) done++;
      else stays(reading, row.value.at);
    }
  }
  const whole = readings.filter(({ isWhole }) => isWhole);
  return { done, quiet: new Map(whole.map(({ shard, term, quietUntil }) => [shard, { term, quietUntil }])) };
}

interface DueRow {
  readonly reading: Reading;
  readonly row: Stored<DueWork>;
}

/** The rows of the shard's next page that are due at `now`. */
async function nextDue(
  deps: BackgroundDeps,
  programmeId: string,
  reading: Reading,
  now: Instant,
): Promise<readonly DueRow[]> {
  const { from, to } = reading;
  if (from === undefined) return [];
  const page = await deps.ports.programmes.range(programmeId, 'due', { from, to, limit: pageSize });
  if (page.unreadable !== undefined) reading.isWhole = false;
  const first = page.rows.find(({ value }) => value.at > now);
  if (first !== undefined) stays(reading, first.value.at);
  reading.from = first === undefined ? page.next : undefined;
  return page.rows.filter(({ value }) => value.at <= now).map((row) => ({ reading, row }));
}

/** Work of that moment is still in the shard. */
function stays(reading: Reading, at: Instant): void {
  if (at < reading.quietUntil) reading.quietUntil = at;
}

async function workRow(
  deps: BackgroundDeps,
  later: RetryBackoff,
  programmeId: string,
  row: Stored<DueWork>,
  now: Instant,
): Promise<boolean> {
  const { kind, correlationId } = row.value;
  const context = { now, correlationId };
  const what = { key: `${programmeId}|due|${row.key}`, programmeId, step: kind, correlationId };
  return (await workOff(deps, later, what, () => deps.runDue(programmeId, row, context))) === 'done';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
