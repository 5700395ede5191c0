import type { BackgroundDeps } from '../../../bot/jobs/background-deps';
import type { SendOutcome } from '../../../src/domain/send-outcome';
import { useAzurite } from '../../helpers/azurite';
import { startLaneStage, toPerson, type LaneStage } from '../../helpers/lane-stage';
import { directoryIdOf } from '../../helpers/local-stage';

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
  const pace = { sendsPerSecond: 1_000, tickSeconds: 1, claimSeconds: 90, leaseSeconds: 0.001, sendsTogether: 10 };
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
    sender: { send: () => Promise.resolve((first++, sent)) },
    pace: { sendsPerSecond: 0.001, tickSeconds: 1, claimSeconds: 90, leaseSeconds: 30, sendsTogether: 10 },
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
  await first.send();
  expect(await stage.engine().send()).toEqual({ held: false, handled: 0 });
  await first.drain();
  expect(await stage.engine().send()).toEqual({ held: true, handled: 0 });
});

test('two servers that tick at the same moment do due work once and fold each change once', async () => {
  const deps: Partial<BackgroundDeps> = {};
  for (const n of [1, 2, 3, 4]) await stage.queue('one', 'invitation', toPerson(n));
  const engines = [stage.engine(deps), stage.engine(deps)];
  await engines[0]!.send();
  await Promise.all(engines.map((engine) => engine.tick()));
  const head = await stage.ports.programmes.get('one', 'board', 'head');
  expect(head?.value.counts).toMatchObject({ 'messages.sent': 4 });
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
