import { figuresInThisThread } from '../../helpers/figures-in-this-thread';
import { composeStorage } from '../../../bot/compose-storage';
import { readConfig } from '../../../bot/config';
import { localEnvironment } from '../../../bot/local/local-environment';
import { createLog } from '../../../bot/log';
import { createMetrics } from '../../../bot/metrics';
import { createOrderedIds } from '../../../bot/ordered-ids';
import { createRealClock } from '../../../bot/real-clock';
import { createSecrets } from '../../../bot/secrets';
import type { AllPorts } from '../../../src/dispatch/all-ports';
import { dueKey, shardOf, type DueWork } from '../../../src/domain/due-work';
import type { ShardHolders } from '../../../src/domain/shard';
import { readAll } from '../../../src/kernel/read-all';
import { useAzurite } from '../../helpers/azurite';
import { dueRows } from '../../helpers/due-rows';
import { aParticipant } from '../../helpers/factories/participant';
import { aProgramme } from '../../helpers/factories/programme';
import { stageStart, startStage, type LocalStage } from '../../helpers/local-stage';
import { seedProgramme } from '../../helpers/test-ports';

const azurite = useAzurite();
const programmeId = 'passages';
const leaseSeconds = 4;
/** So many that the first is far from through when the second has its share. */
const words: readonly DueWork[] = Array.from({ length: 200 }, (_, n) => ({
  kind: 'volunteer-word',
  at: stageStart,
  ref: `V${String(n)}`,
  occurrence: '1',
  correlationId: 'c',
}));

test('a server killed while it holds shards: the other does its work within the lease, each piece once', async () => {
  const stage = await startStage(azurite.connectionString());
  try {
    const ports = await storageOf(stage);
    await seed(ports);
    const more = { LEASE_SECONDS: String(leaseSeconds), SENDS_PER_SECOND: '1' };
    const servers = await Promise.all([stage.startServer(more), stage.startServer(more)]);
    const before = await until(ports, ({ shards }) => {
      const held = shards.map(({ holder }) => holder);
      return servers.every(({ pid }) => held.filter((holder) => isOf(holder, pid)).length === 8);
    });

    const [victim] = servers;
    await victim.kill();
    const killedAt = Date.now();
    const orphaned = new Set(before.shards.flatMap(({ holder }, shard) => (isOf(holder, victim.pid) ? [shard] : [])));
    const ofVictim = async (): Promise<number> =>
      (await dueRows(ports, programmeId)).filter(({ value }) => orphaned.has(shardOf(value))).length;
    const left = await ofVictim();
    expect(left).toBeGreaterThan(0);
    const [, leaseEnd] = Object.entries((await holders(ports))!.servers).find(([name]) => isOf(name, victim.pid))!;
    expect(Date.parse(leaseEnd)).toBeGreaterThan(killedAt);

    const taken = await until(ports, ({ shards }) => shards.every(({ holder }) => isOf(holder, servers[1].pid)));
    const takenAt = Date.now();
    // Not while the lease ran, and at a look soon after it, however busy the machine is.
    expect(takenAt).toBeGreaterThanOrEqual(Date.parse(leaseEnd));
    expect(takenAt).toBeLessThan(Date.parse(leaseEnd) + 5_000);
    for (const shard of orphaned) expect(taken.shards[shard]!.term).toBe(before.shards[shard]!.term + 1);

    while ((await dueRows(ports, programmeId)).length > 0) await pause(500);
    const told = await addressed(ports);
    expect(told).toHaveLength(words.length);
    expect(told.toSorted()).toEqual(words.map(({ ref }) => ref).toSorted());
  } finally {
    await stage.close();
  }
}, 120_000);

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Servers name themselves by machine, process and an id. */
function isOf(holder: string | undefined, pid: number): boolean {
  return holder?.includes(`-${String(pid)}-`) ?? false;
}

async function storageOf({ teams, clockFile, prefix }: LocalStage): Promise<AllPorts> {
  const config = readConfig(
    localEnvironment({
      port: 0,
      teams,
      storageConnection: azurite.connectionString(),
      clockFile,
      more: { STORAGE_PREFIX: prefix },
    }),
  );
  const ids = createOrderedIds(createRealClock());
  const about = { ids, log: createLog({ level: 'silent' }), metrics: createMetrics() };
  const { ping: _ping, survey, vault, ...stores } = await composeStorage(config, about);
  const more = { ids, secrets: createSecrets(), holidayFrom: () => 24, signingKey: () => 'a-signing-key' };
  return { ...stores, ...survey, ...vault, ...more, ...figuresInThisThread };
}

async function seed(ports: AllPorts): Promise<void> {
  await seedProgramme(ports, programmeId, {
    programme: { programme: aProgramme({ id: programmeId, state: 'running' }) },
    participant: Object.fromEntries(words.map(({ ref }) => [ref, aParticipant({ id: ref, state: 'enrolled' })])),
    due: Object.fromEntries(words.map((due) => [dueKey(due), due])),
  });
  // Known to the servers last: nothing is begun before all is there.
  const value = { id: programmeId, name: { fr: programmeId, en: programmeId }, state: 'running' } as const;
  await ports.tenants.commit('tenant', [{ op: 'insert', kind: 'entry', key: programmeId, value }]);
}

async function holders(ports: AllPorts): Promise<ShardHolders | undefined> {
  const row = await ports.programmes.get(programmeId, 'shard', 'holders');
  return row !== undefined && 'shards' in row.value ? row.value : undefined;
}

async function until(ports: AllPorts, isSo: (holders: ShardHolders) => boolean): Promise<ShardHolders> {
  const most = Date.now() + 30_000;
  for (;;) {
    const now = await holders(ports);
    if (now !== undefined && isSo(now)) return now;
    if (Date.now() > most) throw new Error(`It stays so: ${JSON.stringify(now)}`);
    await pause(20);
  }
}

/** Whom a message was queued for or sent to, once for each. */
async function addressed(ports: AllPorts): Promise<readonly string[]> {
  // By message: one that is sent between the two looks stands in both.
  const ids = new Map<string, string>();
  for (const kind of ['queued', 'ledger'] as const)
    for await (const { value } of readAll(ports.programmes, programmeId, kind))
      if ('id' in value.recipient) ids.set(value.id, value.recipient.id);
  return [...ids.values()];
}
