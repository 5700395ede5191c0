import type { BackgroundDeps } from '../../../bot/jobs/background-deps';
import { RetryBackoff } from '../../../bot/jobs/retry-backoff';
import { runTick } from '../../../bot/jobs/run-tick';
import { ShardLeases } from '../../../bot/jobs/shard-leases';
import { createMetrics } from '../../../bot/metrics';
import { announceWork } from '../../../src/domain/announce-work';
import { UnitOfWork } from '../../../src/domain/unit-of-work';
import { memoryPorts } from '../../helpers/memory-ports';
import { castOf } from '../../helpers/stage';

const directoryId = (n: number): string => `00000000-0000-4000-8000-00000000010${String(n)}`;

test('F57 what a server that is gone had not carried to a person’s partition is carried, once, and counted; one’s own is not', async () => {
  const memory = memoryPorts();
  const stage = await castOf(memory, { programme: { state: 'running' } });
  const ports = { ...memory, programmes: announceWork(memory.programmes, memory.ids) };
  const entry = { id: 'passages', name: { fr: 'P', en: 'P' }, state: 'running' as const };
  await ports.tenants.commit('tenant', [{ op: 'insert', kind: 'entry', key: 'passages', value: entry }]);
  const metrics = createMetrics();
  const clock = { now: () => stage.now };
  const deps = {
    ports,
    programmeClock: clock,
    realClock: clock,
    metrics,
    isClockWrong: () => false,
    holder: 'server-2',
    pace: { tickSeconds: 1, leaseSeconds: 30 },
  } as unknown as BackgroundDeps;
  const leases = new ShardLeases(deps);
  const tick = () => runTick(deps, new RetryBackoff(clock), leases);
  const link = async (participantId: string, n: number): Promise<void> => {
    const stored = (await ports.programmes.get('passages', 'participant', participantId))!;
    const linked = { ...stored.value, directoryId: directoryId(n) };
    const unit = new UnitOfWork(ports, 'passages', stage.context, 'system').replace('participant', stored, linked);
    await unit.project({ type: 'membership', directoryId: directoryId(n), participantId }).commit();
  };
  const membership = async (n: number) => (await ports.people.get(directoryId(n), 'membership', 'passages'))?.value;
  const left = async () => /left_behind_total\{type="membership"\} (\d+)/.exec(await metrics.text())?.[1];

  // A server wrote this and died.
  await link('M1', 1);
  expect(await membership(1)).toBeUndefined();
  await tick();
  expect(await membership(1)).toMatchObject({ participantId: 'M1' });
  expect(await left()).toBe('1');
  await tick();
  expect(await left()).toBe('1');

  await link('S1', 2);
  await tick();
  expect(await membership(2)).toMatchObject({ participantId: 'S1' });
  expect(await left()).toBe('1');
});
