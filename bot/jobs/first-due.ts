import type { Instant } from '../../src/kernel/clock';
import { withPrefix } from '../../src/kernel/read-all';
import type { RowPage } from '../../src/kernel/row-store';
import { everyShard, shardPrefix } from '../../src/domain/due-work';
import type { Ports } from '../../src/domain/ports';
import type { ProgrammeRows } from '../../src/domain/rows';
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

/** By shard, the programme time before which nothing falls due in it; of a shard that is absent nobody knows. */
async function quietShards(ports: Ports<'programmes'>, programmeId: string): Promise<ReadonlyMap<number, Instant>> {
  const quiet = new Map<number, Instant>();
  const news: { readonly shard: number; readonly at: Instant }[] = [];
  let from: string | undefined = '';
  while (from !== undefined) {
    const page: RowPage<ProgrammeRows['shard']> = await ports.programmes.range(programmeId, 'shard', {
      from,
      limit: pageSize,
    });
    for (const { value } of page.rows)
      if ('shards' in value)
        for (const [shard, { quietUntil }] of value.shards.entries()) quiet.set(shard, quietUntil ?? atOnce);
      else news.push(value);
    from = page.next;
  }
  for (const { shard, at } of news) if (at < (quiet.get(shard) ?? atOnce)) quiet.set(shard, at);
  return quiet;
}

const pageSize = 100;

function later(a: Instant, b: Instant): Instant {
  return a < b ? b : a;
}
