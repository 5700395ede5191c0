import { compose } from '../../../bot/compose';
import { messageDayKey } from '../../../src/domain/message';
import type { BackgroundDeps } from '../../../bot/jobs/background-deps';
import { createMetrics } from '../../../bot/metrics';
import { dueKey, type DueWork } from '../../../src/domain/due-work';
import type { SendOutcome } from '../../../src/domain/send-outcome';
import { nobodyHolds } from '../../../src/domain/shard-rules';
import { plusMilliseconds } from '../../../src/kernel/clock';
import { useAzurite } from '../../helpers/azurite';
import { dueRows } from '../../helpers/due-rows';
import {
  aMovableClock,
  startLaneStage,
  toPerson,
  type LaneStage,
  type Machine,
  type MovableClock,
} from '../../helpers/lane-stage';
import { directoryIdOf } from '../../helpers/local-stage';
import { seedProgramme } from '../../helpers/test-ports';

const azurite = useAzurite();
let stage: LaneStage;

beforeEach(async () => {
  stage = await startLaneStage(azurite.connectionString(), azurite.uniqueName('t').slice(0, 20));
  await stage.seed('one', 4);
});
afterEach(() => stage.close());

const sent: SendOutcome = { outcome: 'sent', conversationId: 'c', activityId: 'a' };

test('F53 two servers that both believe to hold the lane send every message once', async () => {
  for (const n of [1, 2, 3, 4])
    for (let round = 0; round < 5; round++) await stage.queue('one', 'invitation', toPerson(n));
  // A lease of no length: each takes the lane from the other again and again.
  const pace = {
    sendsPerSecond: 1_000,
    tickSeconds: 1,
    idleSeconds: 30,
    claimSeconds: 90,
    leaseSeconds: 0.001,
    sendsTogether: 10,
  };
  const engines = [stage.engine({ pace }), stage.engine({ pace })];
  for (let rounds = 0; rounds < 20; rounds++) {
    stage.real.at += 10;
    await Promise.all(engines.map((engine) => engine.send()));
  }
  expect(stage.sent()).toHaveLength(20);
  expect((await stage.ledger('one')).map(({ state }) => state)).toEqual(Array(20).fill('sent'));
});

test('F53 a server that was paused between its claim and its send does not send what another has sent', async () => {
  await stage.queue('one', 'invitation', toPerson(1));
  const gate = aGate();
  let first = 0;
  // Paused while it waits for its budget: the claim is made, nothing is sent.
  const slow = stage.engine({
    sender: { send: () => Promise.resolve((first++, sent)), edit: () => Promise.reject(new Error('No card')) },
    pace: {
      sendsPerSecond: 0.001,
      tickSeconds: 1,
      idleSeconds: 30,
      claimSeconds: 90,
      leaseSeconds: 30,
      sendsTogether: 10,
    },
    sleep: () => gate.wait(),
  });
  await stage.queue('one', 'invitation', toPerson(2));
  const pass = slow.send();
  await gate.reached();
  stage.real.at += 120_000;
  await stage.engine().send();
  const delivered = stage.sent().length;
  gate.open();
  await pass;
  expect(first + delivered).toBe(2);
  expect(await stage.ledger('one')).toHaveLength(2);
});

test('F42 what was claimed by a server that is gone, and not sent, goes once its claim is over', async () => {
  await stage.queue('one', 'channel-reminder', toPerson(1), {
    kind: 'invitation',
    claim: { holder: 'gone', until: '2026-11-23T10:01:00.000Z', sending: false },
  });
  const engine = stage.engine();
  await engine.send();
  expect(stage.sent()).toEqual([]);
  stage.real.at += 61_000;
  await engine.send();
  expect(stage.sent()).toEqual([directoryIdOf(1)]);
  expect(await stage.ledger('one')).toEqual([expect.objectContaining({ state: 'sent' })]);
});

test('F41 what may have left a server that is gone is told as ambiguous: an invitation goes once more, a reminder does not', async () => {
  const claim = { holder: 'gone', until: '2026-11-23T09:59:00.000Z', sending: true };
  await stage.queue('one', 'invitation', toPerson(1), { claim });
  await stage.queue('one', 'invitation', toPerson(2), { claim, ambiguous: 1 });
  await stage.queue('one', 'channel-reminder', { to: 'channel' }, { claim });
  await stage.engine().send();
  expect(stage.sent()).toEqual([directoryIdOf(1)]);
  expect((await stage.ledger('one')).map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
    'channel-reminder ambiguous',
    'invitation ambiguous',
    'invitation sent',
  ]);
});

test('a server that drains gives the lane back at once', async () => {
  const first = stage.engine();
  await stage.queue('one', 'invitation', toPerson(1));
  await first.send();
  await stage.queue('one', 'invitation', toPerson(2));
  expect(await stage.engine().send()).toEqual({ held: false, handled: 0 });
  await first.drain();
  expect(await stage.engine().send()).toEqual({ held: true, handled: 1 });
});

test('two servers that tick at the same moment do due work once and fold each change once', async () => {
  const deps: Partial<BackgroundDeps> = {};
  for (const n of [1, 2, 3, 4]) await stage.queue('one', 'invitation', toPerson(n));
  const engines = [stage.engine(deps), stage.engine(deps)];
  await engines[0]!.send();
  await Promise.all(engines.map((engine) => engine.tick()));
  const day = await stage.ports.programmes.get('one', 'message-day', messageDayKey('2026-12-01'));
  expect(day?.value.sent).toEqual({ invitation: 4 });
});

describe('F73 a server whose clock is wrong', () => {
  const day = 86_400_000;
  const hour = 3_600_000;
  /** The clock of a machine that is right, and so agrees with the one on which the store runs. */
  const rightClock = (): MovableClock => aMovableClock(new Date().toISOString());
  const ahead = (milliseconds: number): MovableClock => {
    const clock = rightClock();
    clock.at += milliseconds;
    return clock;
  };
  const inFuture = (milliseconds: number): string => ahead(milliseconds).now();
  const laneRow = async () => (await stage.ports.tenants.get('tenant', 'lane', 'lane'))?.value;
  const metric = async (machine: Machine, name: string): Promise<number> =>
    Number(new RegExp(`^${name} (.*)$`, 'm').exec(await machine.metrics())?.[1]);
  /** Whom a message has reached, or waits for until a decent hour of theirs: the store's clock is real, so that these tests run at night and on Sundays, too. */
  const workedOff = async (): Promise<readonly unknown[]> => {
    const putOff = (await stage.queued('one')).filter(({ notBefore }) => notBefore > stage.programme.now());
    const waiting = putOff.map(({ recipient }) => directoryIdOf('id' in recipient ? Number(recipient.id.slice(1)) : 0));
    return [...stage.sent(), ...waiting];
  };

  beforeEach(() => {
    stage.programme.at = rightClock().at;
  });

  test.each([
    ['a day ahead', day],
    ['eight days ahead', 8 * day],
    ['a day behind', -day],
    ['two minutes ahead', 120_000],
    ['two minutes behind', -120_000],
  ])('%s takes no lease, works nothing that is due, sends nothing and writes nothing, and says so', async (_, by) => {
    await stage.queue('one', 'invitation', toPerson(1), { notBefore: inFuture(-10 * day) });
    await stage.queue('one', 'invitation', toPerson(2), { notBefore: inFuture(7 * day) });
    await seedDue(inFuture(-10 * day));
    await seedDue(inFuture(7 * day));
    const { engine, ports, logged, metrics } = await stage.machine(ahead(by));
    expect(await engine.tick()).toBe(0);
    expect(await engine.send()).toEqual({ held: false, handled: 0 });
    await ports.work.send({ programmeId: 'one', jobId: 'j' });
    expect(await engine.work()).toBe(0);
    await engine.sweep();
    expect(stage.sent()).toEqual([]);
    expect(await laneRow()).toBeUndefined();
    expect(await stage.ports.programmes.get('one', 'shard', 'holders')).toBeUndefined();
    expect(await dueRows(stage.ports, 'one')).toHaveLength(2);
    const entry = { id: 'two', name: { fr: 'two', en: 'two' }, state: 'running' } as const;
    await expect(
      ports.tenants.commit('tenant', [{ op: 'insert', kind: 'entry', key: 'two', value: entry }]),
    ).rejects.toMatchObject({ code: 'storage-clock-wrong' });
    const told = logged.map((line) => JSON.parse(line) as { event?: string; milliseconds?: number });
    expect(told.filter(({ event }) => event === 'clock-wrong')).toHaveLength(1);
    expect(Math.abs((told[0]?.milliseconds ?? 0) - by)).toBeLessThan(10_000);
    expect(await metric({ metrics } as Machine, 'passerelle_clock_skew_seconds')).toBeCloseTo(by / 1000, -1);
  });

  test('goes on without a restart once its clock is right again', async () => {
    await stage.queue('one', 'invitation', toPerson(1));
    const clock = ahead(day);
    const machine = await stage.machine(clock);
    await machine.engine.send();
    expect(stage.sent()).toEqual([]);
    clock.at -= day;
    expect(await machine.engine.send()).toEqual({ held: true, handled: 1 });
    expect(await workedOff()).toEqual([directoryIdOf(1)]);
    expect(machine.logged.join('')).toContain('clock-right');
    expect(Math.abs(await metric(machine, 'passerelle_clock_skew_seconds'))).toBeLessThan(10);
  });

  test('stops at once when its clock is moved while it holds the lane, and goes on when it is put right', async () => {
    const clock = rightClock();
    const machine = await stage.machine(clock);
    await stage.queue('one', 'invitation', toPerson(1));
    await machine.engine.send();
    clock.at += day;
    await stage.queue('one', 'invitation', toPerson(2));
    await machine.engine.send();
    expect(await workedOff()).toEqual([directoryIdOf(1)]);
    expect((await laneRow())?.heldUntil ?? '').toBe(inLease(await laneRow()));
    clock.at -= day;
    await machine.engine.send();
    expect(await workedOff()).toEqual([directoryIdOf(1), directoryIdOf(2)]);
  });

  test('a little off is told, and stops nothing', async () => {
    await stage.queue('one', 'invitation', toPerson(1));
    const { engine, logged } = await stage.machine(ahead(30_000));
    await engine.send();
    expect(await workedOff()).toEqual([directoryIdOf(1)]);
    expect(logged.join('')).toContain('clock-off');
  });

  test('and that is gone holds nobody up: what it took, and the rest it wrote down, are further away than they may be', async () => {
    const until = inFuture(day);
    await stage.ports.tenants.commit('tenant', [
      { op: 'insert', kind: 'lane', key: 'lane', value: { holder: 'gone', heldUntil: until, notBefore: until } },
    ]);
    const held = { ...nobodyHolds, servers: { gone: until } };
    await seedProgramme(stage.ports, 'one', {
      shard: { holders: { ...held, shards: held.shards.map((shard) => ({ ...shard, holder: 'gone' })) } },
    });
    await stage.queue('one', 'invitation', toPerson(1), { claim: { holder: 'gone', until, sending: false } });
    await seedDue(inFuture(-hour));
    const { engine } = await stage.machine(rightClock());
    await engine.tick();
    await engine.send();
    expect(await workedOff()).toEqual([directoryIdOf(1)]);
    expect(await dueRows(stage.ports, 'one')).toEqual([]);
    expect((await laneRow())?.notBefore).toBe('1970-01-01T00:00:00.000Z');
  });

  test('makes its readiness say why, and be well again when it is right', async () => {
    const clock = ahead(day);
    const composition = await compose({ ...stage.config, logLevel: 'silent' }, clock);
    const port = await composition.start();
    const ready = async () => {
      const answer = await fetch(`http://127.0.0.1:${String(port)}/readyz`);
      return [answer.status, await answer.json()];
    };
    try {
      expect(await ready()).toEqual([503, { status: 'not-ready', reasons: ['clock-wrong'], silent: 0 }]);
      clock.at -= day;
      expect(await ready()).toEqual([200, { status: 'ready' }]);
    } finally {
      await composition.stop();
    }
  });

  /** The lease ends within half a minute of a clock that is right. */
  const inLease = (lane: { readonly heldUntil: string } | undefined): string =>
    lane !== undefined && Date.parse(lane.heldUntil) <= rightClock().at + 31_000 ? lane.heldUntil : 'later';
  const seedDue = async (at: string): Promise<void> => {
    const due: DueWork = { kind: 'volunteer-word', at, ref: 'p1', occurrence: '1', correlationId: 'c-1' };
    await seedProgramme(stage.ports, 'one', { due: { [dueKey(due)]: due } });
  };
});

describe('A lane that does not move', () => {
  test('is told after twenty minutes by every server, whoever holds it, and no longer once it moves', async () => {
    const logged: Record<string, unknown>[] = [];
    const stalled: number[] = [];
    const keep = (fields: object): void => void logged.push({ ...fields });
    const idle = stage.engine({
      log: { info: keep, warn: keep, error: keep },
      metrics: { ...createMetrics(), laneStalled: (seconds) => void stalled.push(seconds) },
    });
    const write = async (heldUntil: string): Promise<void> => {
      const row = await stage.ports.tenants.get('tenant', 'lane', 'lane');
      const value = { holder: 'hangs', heldUntil, notBefore: '1970-01-01T00:00:00.000Z' };
      const write = { kind: 'lane', key: 'lane', value } as const;
      await stage.ports.tenants.commit('tenant', [
        row === undefined ? { op: 'insert', ...write } : { op: 'replace', etag: row.etag, ...write },
      ]);
    };
    await stage.queue('one', 'invitation', toPerson(1));
    for (let minute = 0; minute <= 20; minute++) {
      await write(plusMilliseconds(stage.real.now(), 30_000));
      expect(await idle.send()).toEqual({ held: false, handled: 0 });
      expect(idle.stalledSeconds()).toBe(0);
      await idle.watch();
      stage.real.at += 60_000;
    }
    expect(idle.stalledSeconds()).toBe(1_200);
    expect(stalled.at(-1)).toBe(1_200);
    expect(logged.at(-1)).toEqual({ event: 'lane-stalled', milliseconds: 1_200_000 });
    expect((await idle.send()).held).toBe(true);
    await idle.watch();
    expect(idle.stalledSeconds()).toBe(0);
    expect(logged.at(-1)).toEqual({ event: 'lane-moves' });
  });

  test('is not one that has much to send, nor one that has nothing, nor a month that was skipped', async () => {
    const engine = stage.engine();
    for (let minute = 0; minute <= 25; minute++) {
      await stage.queue('one', 'invitation', toPerson(1 + (minute % 4)));
      await engine.watch();
      await engine.send();
      stage.real.at += 60_000;
      stage.programme.at += 30 * 86_400_000;
    }
    await engine.watch();
    expect(engine.stalledSeconds()).toBe(0);
  });
});

/** Holds up whoever waits until it is opened. */
function aGate(): { wait(): Promise<void>; reached(): Promise<void>; open(): void } {
  let open: () => void = () => undefined;
  let arrive: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  return {
    wait: () => {
      arrive();
      return opened;
    },
    reached: () => arrived,
    open: () => open(),
  };
}
