import { TableClient } from '@azure/data-tables';
import type { BackgroundDeps } from '../../../bot/jobs/background-deps';
import type { AllPorts } from '../../../src/dispatch/all-ports';
import { runDue } from '../../../src/dispatch/run-due';
import { dueKey, everyShard, shardOf, type DueWork } from '../../../src/domain/due-work';
import type { ShardHolders } from '../../../src/domain/shard';
import { CodedError } from '../../../src/kernel/coded-error';
import { useAzurite } from '../../helpers/azurite';
import { dueRows } from '../../helpers/due-rows';
import { aParticipant } from '../../helpers/factories/participant';
import { startLaneStage, type LaneStage } from '../../helpers/lane-stage';
import { seedProgramme } from '../../helpers/test-ports';
import { startFaultProxy, type FaultProxy } from '../storage/fault-proxy';

const azurite = useAzurite();
let wire: FaultProxy;
let stage: LaneStage;
let prefix: string;

beforeEach(async () => {
  wire = await startFaultProxy(azurite.connectionString());
  prefix = azurite.uniqueName('t').slice(0, 20);
  stage = await startLaneStage(wire.connectionString, prefix);
  await stage.seed('one', 0);
  await seedProgramme(stage.ports, 'one', {
    participant: Object.fromEntries(volunteers.map((id) => [id, aParticipant({ id, state: 'enrolled' })])),
  });
});
afterEach(async () => {
  await stage.close();
  await wire.stop();
});

const soon = '2026-12-01T10:00:00.000Z';
const leaseMilliseconds = 30_000;

/** One person of each shard. */
const volunteers = everyShard.map((shard) => {
  for (let n = 0; ; n++) {
    const id = `V${String(n)}`;
    if (shardOf({ kind: 'volunteer-word', ref: id }) === shard) return id;
  }
});

/** A word to each of them: one piece of work in each shard. */
const words = (at: string, occurrence = '1'): readonly DueWork[] =>
  volunteers.map((ref) => ({ kind: 'volunteer-word', at, ref, occurrence, correlationId: 'c' }));

async function schedule(dues: readonly DueWork[]): Promise<void> {
  await seedProgramme(stage.ports, 'one', { due: Object.fromEntries(dues.map((due) => [dueKey(due), due])) });
}

const left = async () => (await dueRows(stage.ports, 'one', stage.programme.now())).length;
/** Who was told, in the order of their names. */
const told = async () =>
  (await stage.queued('one')).map(({ recipient }) => ('id' in recipient ? recipient.id : '')).toSorted();
const everybody = volunteers.toSorted();

async function holders(): Promise<ShardHolders> {
  const row = await stage.ports.programmes.get('one', 'shard', 'holders');
  if (row === undefined || !('shards' in row.value)) throw new Error('Nobody has looked yet');
  return row.value;
}
const heldBy = async (server: string) => (await holders()).shards.filter(({ holder }) => holder === server).length;

/** A process that ends after so many transactions: none of its writes comes through any more, and it gives nothing back. */
function killedAfter(commits: number): Partial<BackgroundDeps> {
  const { programmes } = stage.ports;
  let done = 0;
  const ports: AllPorts = {
    ...stage.ports,
    programmes: {
      ...programmes,
      commit: (partition, writes) =>
        ++done > commits
          ? Promise.reject(new CodedError('killed', 'The process is gone'))
          : programmes.commit(partition, writes),
    },
  };
  return { holder: 'killed', ports, runDue: (programmeId, row, context) => runDue(ports, programmeId, row, context) };
}

test('a programme in which nothing is due costs one request of its table a tick, whatever lies ahead', async () => {
  await schedule([...words(soon), ...words('2027-05-01T09:00:00.000Z')]);
  const engine = stage.engine();
  await engine.tick();
  for (let tick = 0; tick < 5; tick++) {
    stage.real.at += 20_000;
    const before = wire.seen.length;
    await engine.tick();
    const asked = wire.seen
      .slice(before)
      .map(({ method, url }) => `${method} ${url.replace(/^.*?\/t\w*?(programmes|tenants)\b.*$/, '$1')}`);
    expect(asked).toEqual(['GET tenants', 'GET programmes']);
  }
});

test('announcements by the hundred hide none of another shard, and are gone after one tick', async () => {
  const engine = stage.engine();
  await engine.tick();
  for (let n = 0; n < 120; n++)
    await schedule([{ kind: 'channel-remind', at: soon, ref: String(n), occurrence: '', correlationId: 'c' }]);
  await schedule(words(stage.programme.now()).slice(15));
  await engine.tick();
  expect(await told()).toEqual(volunteers.slice(15));
  expect((await stage.ports.programmes.range('one', 'shard', { limit: 500 })).rows.map(({ key }) => key)).toEqual([
    'holders',
  ]);
});

test('announcements about a shard of another server, by the hundred, hide none of this one’s', async () => {
  const first = stage.engine({ holder: 'first' });
  const second = stage.engine({ holder: 'second' });
  await first.tick();
  await schedule(words(stage.programme.now()));
  for (const engine of [second, first, second]) await engine.tick();
  expect([await heldBy('first'), await heldBy('second')]).toEqual([8, 8]);
  const before = (await told()).length;
  // With the row of the holders just a page of a hundred: the next row is the first of shard 15.
  for (let n = 0; n < 99; n++)
    await schedule([{ kind: 'channel-remind', at: soon, ref: String(n), occurrence: '', correlationId: 'c' }]);
  await schedule(words(stage.programme.now(), '2').slice(15));
  const seen = wire.seen.length;
  await second.tick();
  expect(await left()).toBe(0);
  expect((await told()).length).toBe(before);
  expect(wire.seen.length - seen).toBeLessThan(25);
});

test('nights that nothing asked for write nothing and read no more than any other tick', async () => {
  const engine = stage.engine();
  await engine.tick();
  for (const night of ['2026-12-02T02:00:00.000Z', '2026-12-03T02:00:00.000Z', '2026-12-04T02:00:00.000Z']) {
    stage.programme.at = Date.parse(night);
    stage.real.at += 86_400_000;
    const before = wire.seen.length;
    await engine.tick();
    expect(wire.seen.slice(before).map(({ method }) => method)).toEqual(['GET', 'GET']);
  }
});

test('work that another server writes is done at the next tick, also in a programme that was idle for long', async () => {
  const engine = stage.engine();
  await engine.tick();
  stage.real.at += 86_400_000;
  await engine.tick();
  await schedule(words(stage.programme.now()));
  await engine.tick();
  expect(await told()).toEqual(everybody);
});

test('what is due by and by is done at its moment, with nothing written in between', async () => {
  await schedule(words(soon));
  const engine = stage.engine();
  await engine.tick();
  expect(await told()).toEqual([]);
  stage.programme.at = Date.parse(soon);
  await engine.tick();
  expect(await told()).toEqual(everybody);
});

test('work written into a shard that has been looked into, while its holder is still at another, is not forgotten', async () => {
  const inLast = volunteers.slice(15);
  await schedule(
    [...words(stage.programme.now()), ...words(stage.programme.now(), '2')].filter(({ ref }) => inLast.includes(ref)),
  );
  const late = words(stage.programme.now(), '3').slice(0, 1);
  let calls = 0;
  const engine = stage.engine({
    runDue: async (programmeId, row, context) => {
      if (++calls === 1) {
        await schedule(late);
        // Long enough that the server looks again, at its lease and its share, before the next row.
        stage.real.at += 10_000;
      }
      return runDue(stage.ports, programmeId, row, context);
    },
  });
  await engine.tick();
  await engine.tick();
  expect(await left()).toBe(0);
  expect(calls).toBe(3);
});

test('a server that is killed while it holds shards: another does its work once its lease is over, each piece once', async () => {
  const killed = stage.engine(killedAfter(8));
  await schedule(words(stage.programme.now()));
  await killed.tick().catch(() => undefined);
  const done = await told();
  expect(done.length).toBeGreaterThan(0);
  expect(await left()).toBe(16 - done.length);
  expect(await heldBy('killed')).toBe(16);

  const other = stage.engine({ holder: 'other' });
  stage.real.at += leaseMilliseconds - 1_000;
  await other.tick();
  expect(await told()).toEqual(done);

  stage.real.at += 1_001;
  await other.tick();
  expect(await told()).toEqual(everybody);
  expect(await left()).toBe(0);
});

test('a server that stops in order gives its shards back, so that another need not wait', async () => {
  const first = stage.engine({ holder: 'first' });
  await first.tick();
  await schedule(words(stage.programme.now()));
  const second = stage.engine({ holder: 'second' });
  await second.tick();
  expect(await told()).toEqual([]);
  await first.drain();
  expect(await heldBy('first')).toBe(0);
  await second.tick();
  expect(await told()).toEqual(everybody);
});

test('a server that joins while others are behind gets its share, and each does its own', async () => {
  const first = stage.engine({ holder: 'first' });
  const second = stage.engine({ holder: 'second' });
  await first.tick();
  expect(await heldBy('first')).toBe(16);
  await schedule(words(stage.programme.now()));
  await second.tick();
  await first.tick();
  expect(await left()).toBe(8);
  await second.tick();
  expect([await heldBy('first'), await heldBy('second')]).toEqual([8, 8]);
  expect(await left()).toBe(0);
  expect(await told()).toEqual(everybody);

  await schedule(words(stage.programme.now(), '2'));
  const third = stage.engine({ holder: 'third' });
  for (const engine of [third, first, second, third]) await engine.tick();
  expect([await heldBy('first'), await heldBy('second'), await heldBy('third')]).toEqual([6, 5, 5]);
  expect(await left()).toBe(0);
});

test('servers that all believe to hold every shard do each piece of work once', async () => {
  await schedule([...words(stage.programme.now()), ...words(soon), ...words('2026-12-01T11:00:00.000Z', '2')]);
  stage.programme.at = Date.parse('2026-12-01T12:00:00.000Z');
  // Clocks a day apart: to each the leases of the others are over or come of a wrong clock.
  const engines = [0, 1, 2].map((days) =>
    stage.engine({
      holder: `day-${String(days)}`,
      realClock: { now: () => new Date(stage.real.at + days * 86_400_000).toISOString() },
    }),
  );
  for (let round = 0; round < 4; round++) await Promise.all(engines.map((engine) => engine.tick()));
  expect(await left()).toBe(0);
  expect(await told()).toEqual(everybody);
});

test('F73 a server whose clock is a day ahead, and that dies, holds up nobody', async () => {
  await schedule(words(stage.programme.now()));
  const now = stage.real.now();
  const ahead = stage.engine({
    ...killedAfter(1),
    realClock: { now: () => new Date(Date.parse(now) + 86_400_000).toISOString() },
  });
  await ahead.tick().catch(() => undefined);
  expect(await heldBy('killed')).toBe(16);
  await stage.engine({ holder: 'other' }).tick();
  expect(await told()).toEqual(everybody);
});

test('a row of holders that cannot be read, such as that of a later release, holds up nobody', async () => {
  await schedule(words(stage.programme.now()));
  await stage
    .engine({ ...killedAfter(1) })
    .tick()
    .catch(() => undefined);
  const table = TableClient.fromConnectionString(wire.connectionString, `${prefix}programmes`, {
    allowInsecureConnection: true,
  });
  for await (const row of table.listEntities({ queryOptions: { filter: "RowKey eq 'shard|holders'" } }))
    await table.updateEntity({ ...row, partitionKey: row.partitionKey!, rowKey: row.rowKey!, v: 99 }, 'Replace');
  await expect(stage.ports.programmes.get('one', 'shard', 'holders')).rejects.toThrow();
  await stage.engine({ holder: 'other' }).tick();
  expect(await told()).toEqual(everybody);
});

test('a server that starts believes nothing of what another release wrote down: it looks into each shard once', async () => {
  await schedule(words(stage.programme.now()));
  const { shards } = await holdersAfterTick();
  await seedLate();
  const row = await stage.ports.programmes.get('one', 'shard', 'holders');
  await stage.ports.programmes.commit('one', [
    {
      op: 'replace',
      kind: 'shard',
      key: 'holders',
      etag: row!.etag,
      value: { servers: {}, shards: shards.map(({ term }) => ({ term, quietUntil: '9999-12-31T23:59:59.999Z' })) },
    },
  ]);
  await stage.engine().tick();
  expect(await left()).toBe(0);

  async function holdersAfterTick(): Promise<ShardHolders> {
    await stage.engine().tick();
    return holders();
  }
  /** Work of whose announcement the other release has taken note, without doing it. */
  async function seedLate(): Promise<void> {
    await schedule(words(stage.programme.now(), '2'));
    for (const { key, etag } of (await stage.ports.programmes.range('one', 'shard', { from: 'new|', limit: 100 })).rows)
      await stage.ports.programmes.commit('one', [{ op: 'delete', kind: 'shard', key, etag }]);
  }
});
