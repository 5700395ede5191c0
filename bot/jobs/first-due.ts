import type { Instant } from '../../src/kernel/clock';
import { withPrefix } from '../../src/kernel/read-all';
import { everyShard, shardPrefix } from '../../src/domain/due-work';
import type { Ports } from '../../src/domain/ports';
import { atOnce, never } from '../../src/domain/shard-rules';
import { upTo } from './programmes';

/**
 * The moment of the programme's first due work, of that after `after` where it is given. The row of holders tells before which moment
 * nothing falls due in each shard, so that only those are looked into that may have the first: one or two most often.
 */
export async function firstDue(
  ports: Ports<'programmes'>,
  programmeId: string,
  after: Instant = atOnce,
): Promise<Instant | undefined> {
  const quiet = await quietShards(ports, programmeId);
  const shards = everyShard
    .map((shard) => ({ shard, from: later(quiet.get(shard) ?? atOnce, after) }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  let first = never;
  for (const { shard, from } of shards) {
    if (from >= first) break;
    const at = await firstOf(ports, programmeId, shard, after);
    if (at !== undefined && at < first) first = at;
  }
  return first === never ? undefined : first;
}

async function firstOf(
  ports: Ports<'programmes'>,
  programmeId: string,
  shard: number,
  after: Instant,
): Promise<Instant | undefined> {
  const { from, to } = withPrefix(shardPrefix(shard));
  const start = after === atOnce ? from : `${from}${upTo(after)}`;
  return (await ports.programmes.range(programmeId, 'due', { from: start, to, limit: 1 })).rows[0]?.value.at;
}

/**
 * By shard, the programme time before which nothing falls due in it; of a shard that is absent nobody knows. Where more was announced than one
 * request tells, nothing is known: servers take note of it meanwhile.
 */
async function quietShards(ports: Ports<'programmes'>, programmeId: string): Promise<ReadonlyMap<number, Instant>> {
  const { rows, next } = await ports.programmes.range(programmeId, 'shard', { limit: most });
  const quiet = new Map<number, Instant>();
  if (next !== undefined) return quiet;
  for (const { value } of rows)
    if ('shards' in value)
      for (const [shard, { quietUntil }] of value.shards.entries()) quiet.set(shard, quietUntil ?? atOnce);
  for (const { value } of rows)
    if (!('shards' in value) && value.at < (quiet.get(value.shard) ?? atOnce)) quiet.set(value.shard, value.at);
  return quiet;
}

const most = 100;

function later(a: Instant, b: Instant): Instant {
  return a < b ? b : a;
}
