import type { Instant } from '../../src/kernel/clock';
import { atOnce, never } from '../../src/domain/shard-rules';
import type { BackgroundDeps } from './background-deps';
import { foldAll, followAll, type Followed } from './follow-changes';
import { programmeIds } from './programmes';
import type { RetryBackoff } from './retry-backoff';
import type { ShardLeases } from './shard-leases';
import { workDue } from './work-due';

/** What one piece of work causes is done in the same tick, so many times over; what then still comes waits for the next. */
const mostRounds = 5;

export interface Tick {
  /** Rows that were worked off. */
  readonly done: number;
  /** Programme time before which nothing is known to fall due; `atOnce` where something waits or is held. */
  readonly quietUntil: Instant;
}

const nothing: Followed = { done: 0, isAll: true };

/**
 * One tick over every programme: what must follow in other partitions, what has fallen due, and the fold of changes, in the shards that
 * this server holds. Its cost grows with what is due; a programme in which nothing is costs one read.
 */
export async function runTick(deps: BackgroundDeps, later: RetryBackoff, leases: ShardLeases): Promise<Tick> {
  let done = 0;
  let quietUntil = never;
  for (const programmeId of await programmeIds(deps.ports)) {
    for (let round = 0; round < mostRounds; round++) {
      const shards = await leases.take(programmeId);
      const worked = shards.length === 0 ? 0 : await workShards(deps, later, leases, programmeId, shards);
      if (worked === 0) break;
      done += worked;
    }
    const quiet = leases.quietUntil(programmeId);
    if (quiet < quietUntil) quietUntil = quiet;
  }
  return { done, quietUntil };
}

/** What follows and what is folded belongs to the programme as a whole, and so to its first shard. */
async function workShards(
  deps: BackgroundDeps,
  later: RetryBackoff,
  leases: ShardLeases,
  programmeId: string,
  shards: readonly number[],
): Promise<number> {
  const isFirst = shards.includes(0);
  const isLeft = !leases.hasLooked(programmeId, 0);
  const followed = isFirst ? await followAll(deps, later, programmeId, isLeft) : nothing;
  const due = await workDue(deps, later, leases, programmeId, shards);
  // What was due may have taken so long that the first shard is another server's by now.
  const folded = isFirst ? await foldAll(deps, later, programmeId, () => leases.holds(programmeId, 0)) : nothing;
  const quiet = new Map(due.quiet);
  const first = quiet.get(0);
  if (first !== undefined && !(followed.isAll && folded.isAll)) quiet.set(0, { ...first, quietUntil: atOnce });
  await leases.record(programmeId, quiet);
  return followed.done + due.done + folded.done;
}
