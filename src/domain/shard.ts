import type { Instant } from '../kernel/clock';
import { shardCount, shardPrefix } from './due-work';

/** One of the parts into which a programme's due work falls. */
export interface Shard {
  /** The server that works it, for as long as that server's lease runs. */
  readonly holder?: string;
  /** How often it has changed hands. */
  readonly term: number;
  /** Programme time before which nothing in it falls due; absent while nobody has looked. */
  readonly quietUntil?: Instant;
}

/** Who works which shard of a programme: its row `holders`. */
export interface ShardHolders {
  /** The servers that work here, and until when (real time) each has leased what it holds. */
  readonly servers: Readonly<Record<string, Instant>>;
  /** By the number of the shard. */
  readonly shards: readonly Shard[];
}

/**
 * That work was written into a shard, in the transaction that wrote it. Its holder takes note and removes it: so whoever writes work
 * touches no row that others write, and an idle programme is known by one read.
 */
export interface NewWork {
  readonly shard: number;
  /** Programme time from which there is something to do. */
  readonly at: Instant;
}

/** Row key of an announcement; `id` tells it from the others of its shard. */
export function newWorkKey(shard: number, id: string): string {
  return `${newWork}${shardPrefix(shard)}${id}`;
}

/**
 * Where to read on once `last` has been read and `next` is the key after it: past the other announcements of a shard of which some were
 * read. Undefined where that shard is the last.
 */
export function afterSeen(last: string, next: string): string | undefined {
  const begin = next.slice(0, newWork.length + shardPrefix(0).length);
  if (!last.startsWith(begin)) return next;
  const shard = Number(begin.slice(newWork.length, -1)) + 1;
  return shard < shardCount ? `${newWork}${shardPrefix(shard)}` : undefined;
}

const newWork = 'new|';
