import type { Instant } from '../../src/kernel/clock';
import { withPrefix } from '../../src/kernel/read-all';
import { everyShard, shardPrefix } from '../../src/domain/due-work';
import type { Ports } from '../../src/domain/ports';
import { upTo } from './programmes';

/** The moment of the programme's first due work, of that after `after` where it is given: one short range in each shard. */
export async function firstDue(
  ports: Ports<'programmes'>,
  programmeId: string,
  after?: Instant,
): Promise<Instant | undefined> {
  const first = await Promise.all(
    everyShard.map(async (shard) => {
      const { from, to } = withPrefix(shardPrefix(shard));
      const start = after === undefined ? from : `${from}${upTo(after)}`;
      return (await ports.programmes.range(programmeId, 'due', { from: start, to, limit: 1 })).rows[0]?.value.at;
    }),
  );
  return first.flatMap((at) => at ?? []).sort()[0];
}
