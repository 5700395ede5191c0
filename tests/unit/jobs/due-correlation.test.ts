import type { BackgroundDeps } from '../../../bot/jobs/background-deps';
import { RetryBackoff } from '../../../bot/jobs/retry-backoff';
import { runTick } from '../../../bot/jobs/run-tick';
import { ShardLeases } from '../../../bot/jobs/shard-leases';
import { runDue } from '../../../src/dispatch/run-due';
import { UnitOfWork } from '../../../src/domain/unit-of-work';
import { dueKey, type WorkToSchedule } from '../../../src/domain/due-work';
import { memoryPorts, type MemoryPorts } from '../../helpers/memory-ports';
import { castOf, type Stage } from '../../helpers/stage';

const due: WorkToSchedule = { kind: 'volunteer-word', at: '2027-01-11T08:00:00.000Z', ref: 'M1', occurrence: '1' };
const press = { now: '2027-01-01T08:00:00.000Z', correlationId: 'correlation-of-the-press' };

async function staged(): Promise<{ ports: MemoryPorts; stage: Stage }> {
  const ports = memoryPorts();
  const stage = await castOf(ports, { programme: { state: 'running' } });
  const entry = { id: 'passages', name: { fr: 'P', en: 'P' }, state: 'running' as const };
  await ports.tenants.commit('tenant', [{ op: 'insert', kind: 'entry', key: 'passages', value: entry }]);
  return { ports, stage };
}

/** One tick; answers what it logged. */
async function tick(stage: Stage): Promise<readonly unknown[]> {
  const logged: unknown[] = [];
  const clock = { now: () => stage.now };
  const deps = {
    ports: stage.ports,
    runDue: ((programmeId, row, context) => runDue(stage.ports, programmeId, row, context)) as BackgroundDeps['runDue'],
    programmeClock: clock,
    realClock: clock,
    log: { error: (fields: unknown) => void logged.push(fields) },
    metrics: { tickFailure: () => undefined },
    errorFields: () => ({}),
    isClockWrong: () => false,
    holder: 'server-1',
    pace: { tickSeconds: 1, leaseSeconds: 30 },
  } as unknown as BackgroundDeps;
  await runTick(deps, new RetryBackoff(clock), new ShardLeases(deps));
  return logged;
}

describe('Work that falls due', () => {
  it('carries the correlation of the act that caused it, to the message that comes of it', async () => {
    const { ports, stage } = await staged();
    await new UnitOfWork(ports, 'passages', press, 'M1').schedule(due).commit();
    expect((await ports.programmes.get('passages', 'due', dueKey(due)))?.value.correlationId).toBe(press.correlationId);
    await tick(stage);
    expect((await stage.queued()).map((message) => message.correlationId)).toEqual([press.correlationId]);
  });

  it('is logged under that correlation when it fails', async () => {
    const { ports, stage } = await staged();
    await new UnitOfWork(ports, 'passages', press, 'M1').schedule(due).commit();
    ports.programmes.damage('participant', 'M1');
    expect(await tick(stage)).toEqual([
      expect.objectContaining({ step: 'volunteer-word', correlationId: press.correlationId }),
    ]);
  });
});
