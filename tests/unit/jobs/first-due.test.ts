import fc from 'fast-check';
import { firstDue } from '../../../bot/jobs/first-due';
import { plusMilliseconds } from '../../../src/kernel/clock';
import { dueKey, everyShard, shardOf, type DueWork } from '../../../src/domain/due-work';
import { newWorkKey } from '../../../src/domain/shard';
import { never } from '../../../src/domain/shard-rules';
import { CallCount } from '../../helpers/call-count';
import { dueRows } from '../../helpers/due-rows';
import { memoryPorts, type MemoryPorts } from '../../helpers/memory-ports';

const start = '2026-11-23T09:00:00.000Z';
const at = (minutes: number): string => plusMilliseconds(start, minutes * 60_000);

/** A programme with work at these minutes, each about another pair. */
async function withWork(minutes: readonly number[]): Promise<MemoryPorts> {
  const ports = memoryPorts();
  for (const [index, minute] of minutes.entries()) {
    const due: DueWork = {
      kind: 'renewal-settle',
      at: at(minute),
      ref: `pair-${String(index)}`,
      occurrence: '',
      correlationId: 'c',
    };
    await ports.programmes.commit('passages', [{ op: 'insert', kind: 'due', key: dueKey(due), value: due }]);
  }
  return ports;
}

/** What servers know: of each shard a moment before which nothing is in it, in the row of holders or announced; of some shards nothing. */
async function note(ports: MemoryPorts, earlier: readonly (number | undefined)[], announced: boolean): Promise<void> {
  const rows = await dueRows(ports, 'passages');
  const shards = everyShard.map((shard) => {
    const first = rows.find(({ value }) => shardOf(value) === shard)?.value.at;
    const by = earlier[shard];
    if (by === undefined) return { term: 1 };
    return { term: 1, quietUntil: first === undefined ? never : plusMilliseconds(first, -by * 60_000), first };
  });
  await ports.programmes.commit('passages', [
    {
      op: 'insert',
      kind: 'shard',
      key: 'holders',
      value: {
        servers: {},
        shards: shards.map(({ term, quietUntil }) =>
          quietUntil === undefined ? { term } : { term, quietUntil: announced ? never : quietUntil },
        ),
      },
    },
    ...(announced
      ? shards.flatMap(({ quietUntil }, shard) =>
          quietUntil === undefined || quietUntil === never
            ? []
            : [
                {
                  op: 'insert' as const,
                  kind: 'shard' as const,
                  key: newWorkKey(shard, 'a'),
                  value: { shard, at: quietUntil },
                },
              ],
        )
      : []),
  ]);
}

describe('the first due work of a programme', () => {
  it('is the first of all shards, and the first after a moment, whatever servers know of them', async () => {
    const minute = fc.integer({ min: 0, max: 500 });
    const earlier = fc.array(fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }), {
      minLength: 16,
      maxLength: 16,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(minute, { maxLength: 30 }), earlier, fc.boolean(), minute, async (all, by, said, m) => {
        const ports = await withWork(all);
        await note(ports, by, said);
        const moments = (await dueRows(ports, 'passages')).map(({ value }) => value.at);
        expect(await firstDue(ports, 'passages')).toBe(moments[0]);
        expect(await firstDue(ports, 'passages', at(m))).toBe(moments.find((moment) => moment > at(m)));
      }),
      { seed: 71 },
    );
  });

  it('costs two reads where each shard was looked into, and one where nothing is due', async () => {
    const count = new CallCount();
    const ports = await withWork([30, 20, 40, 90]);
    await note(ports, Array(16).fill(0), false);
    expect(await firstDue({ programmes: count.over(ports.programmes) }, 'passages')).toBe(at(20));
    expect(count.calls).toEqual(['shard ...', 'due ...']);

    const idle = new CallCount();
    const nothing = await withWork([]);
    await note(nothing, Array(16).fill(0), false);
    expect(await firstDue({ programmes: idle.over(nothing.programmes) }, 'passages')).toBeUndefined();
    expect(idle.calls).toEqual(['shard ...']);
  });
});
