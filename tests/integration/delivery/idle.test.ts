import { createRealClock } from '../../../bot/real-clock';
import { compose } from '../../../bot/compose';
import type { BackgroundWorker } from '../../../bot/jobs/background-worker';
import { noticeWork } from '../../../bot/jobs/notice-work';
import { dueKey, type DueWork } from '../../../src/domain/due-work';
import type { Job } from '../../../src/domain/job';
import { useAzurite } from '../../helpers/azurite';
import { aProposal } from '../../helpers/factories/pair';
import { directoryIdOf } from '../../helpers/local-stage';
import { startLaneStage, toPerson, type LaneStage } from '../../helpers/lane-stage';
import { seedProgramme } from '../../helpers/test-ports';
import { virtualTimers, type VirtualTimers } from '../../helpers/virtual-timers';
import { startFaultProxy, type FaultProxy } from '../storage/fault-proxy';

const azurite = useAzurite();
const second = 1_000;
const hour = 3_600 * second;
/** As servers have it when nothing is set. */
const pace = {
  sendsPerSecond: 10,
  tickSeconds: 2,
  idleSeconds: 30,
  claimSeconds: 90,
  leaseSeconds: 30,
  sendsTogether: 10,
};
const programmes = ['one', 'two', 'three'];

let wire: FaultProxy;
let stage: LaneStage;
let timers: VirtualTimers;
let queueCalls: number;
let begun: BackgroundWorker[];

beforeEach(async () => {
  wire = await startFaultProxy(azurite.connectionString());
  stage = await startLaneStage(wire.connectionString, azurite.uniqueName('t').slice(0, 20));
  timers = virtualTimers([stage.real, stage.programme]);
  queueCalls = 0;
  begun = [];
  const lookedUp: Job = {
    id: 'looked-up',
    kind: 'reach',
    ref: stage.programme.now(),
    state: 'done',
    progress: 1,
    tries: 1,
    createdAt: stage.programme.now(),
    finishedAt: stage.programme.now(),
    correlationId: 'c',
  };
  for (const id of programmes) {
    await stage.seed(id, 2);
    await seedProgramme(stage.ports, id, { job: { [lookedUp.id]: lookedUp } });
  }
});
afterEach(async () => {
  await Promise.all(begun.map((engine) => engine.drain()));
  await stage.close();
  await wire.stop();
});

/** A server that has had nothing to do for three minutes: its leases are over, its pauses are the longest. */
async function aSleepingServer(holder = 'first'): Promise<BackgroundWorker> {
  const { work } = stage.ports;
  const receive = (seconds: number) => (queueCalls++, work.receive(seconds));
  const engine = stage.engine({
    holder,
    pace,
    after: timers.after,
    ports: { ...stage.ports, work: { ...work, receive } },
  });
  begun.push(engine);
  engine.start();
  await timers.pass(180 * second);
  return engine;
}

const inSeconds = (seconds: number): string => new Date(stage.programme.at + seconds * second).toISOString();
const aWord = (at: string): DueWork => ({ kind: 'volunteer-word', at, ref: 'p1', occurrence: '1', correlationId: 'c' });
const schedule = (at: string) => seedProgramme(stage.ports, 'one', { due: { [dueKey(aWord(at))]: aWord(at) } });
const isDone = async (at: string) => (await stage.ports.programmes.get('one', 'due', dueKey(aWord(at)))) === undefined;

test('an idle hour of a server with three programmes makes fewer than 1,800 calls of its store', async () => {
  for (const id of programmes) await stage.queue(id, 'invitation', toPerson(1), { notBefore: inSeconds(86_400) });
  await schedule(inSeconds(86_400));
  await aSleepingServer();
  const before = { tables: wire.seen.length, queue: queueCalls };
  await timers.pass(hour);
  const calls = { tables: wire.seen.length - before.tables, queue: queueCalls - before.queue };
  expect(calls.queue).toBeGreaterThan(100);
  expect(calls.tables).toBeGreaterThan(500);
  expect(calls.tables + calls.queue).toBeLessThan(1_800);
  expect(wire.seen.slice(before.tables).filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('a change made on a server that sleeps is sent by it at once, the moment it is woken', async () => {
  const engine = await aSleepingServer();
  await stage.queue('one', 'invitation', toPerson(1));
  engine.wake();
  await timers.pass(0);
  expect(stage.sent()).toEqual([directoryIdOf(1)]);
});

test('a yes pressed on a whole server that would sleep for ten minutes reaches the other at once', async () => {
  const enrolled = (n: number) => ({ state: 'enrolled', profile: { role: n === 1 ? 'mentor' : 'mentee' } }) as const;
  await stage.seed('four', 2, { participant: enrolled });
  const proposal = aProposal({ replyBy: '2026-12-10T09:00:00.000Z' });
  await seedProgramme(stage.ports, 'four', { proposal: { [proposal.id]: proposal } });
  const server = await compose(
    { ...stage.config, logLevel: 'silent', pace: { ...pace, tickSeconds: 60, idleSeconds: 600 } },
    createRealClock(),
    { clock: stage.programme, watch: (store) => store, addRoutes: () => undefined },
  );
  const port = await server.start();
  try {
    // Their first turns are over: from here on nothing but a change makes them look.
    await Promise.all([server.engine.tick(), server.engine.send()]);
    const sent = new Promise<void>((resolve) => {
      stage.teams.onEvent(() => {
        if (stage.sent().includes(directoryIdOf(2))) resolve();
      });
    });
    const pressed = await fetch(`http://127.0.0.1:${String(port)}/api/v1/actions`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await stage.teams.tabToken(directoryIdOf(1))}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ verb: 'proposal/accept', programmeId: 'four', proposalId: proposal.id, revision: 1 }),
    });
    expect([pressed.status, await pressed.json()]).toMatchObject([200, {}]);
    await sent;
  } finally {
    await server.stop();
  }
});

test('what a server writes when nobody wakes it, after an answer say, is worked off at its usual pace', async () => {
  const engine = await aSleepingServer();
  const noticed = noticeWork(stage.ports.programmes, () => {
    engine.stir();
  });
  const at = inSeconds(0);
  await seedProgramme({ ...stage.ports, programmes: noticed }, 'one', { due: { [dueKey(aWord(at))]: aWord(at) } });
  await timers.pass(pace.tickSeconds * second);
  expect(await isDone(at)).toBe(true);
});

test('what another server wrote, and died, is sent within the longest pause', async () => {
  await aSleepingServer();
  await stage.queue('one', 'invitation', toPerson(1));
  await timers.pass(pace.idleSeconds * second);
  expect(stage.sent()).toEqual([directoryIdOf(1)]);
});

test('a server that is woken sends itself, though another that sleeps had sent before', async () => {
  await stage.queue('one', 'invitation', toPerson(2));
  await aSleepingServer('first');
  expect(stage.sent()).toEqual([directoryIdOf(2)]);
  const other = await aSleepingServer('second');
  await stage.queue('one', 'invitation', toPerson(1));
  other.wake();
  await timers.pass(0);
  expect((await stage.ledger('one')).map(({ state }) => state)).toEqual(['sent', 'sent']);
  expect((await stage.ports.tenants.get('tenant', 'lane', 'lane'))?.value.holder).toBe('second');
});

test('what falls due while a server sleeps is done at its moment, and a message that waits goes at its own', async () => {
  await schedule(inSeconds(1_000));
  const word = inSeconds(1_000);
  await stage.queue('two', 'invitation', toPerson(1), { notBefore: inSeconds(1_213) });
  await aSleepingServer();
  await timers.pass(820 * second - 1);
  expect(await isDone(word)).toBe(false);
  await timers.pass(1);
  expect(await isDone(word)).toBe(true);
  await timers.pass(213 * second - 1);
  expect((await stage.ledger('two')).length).toBe(0);
  await timers.pass(1);
  expect((await stage.ledger('two')).map(({ state }) => state)).toEqual(['sent']);
});
