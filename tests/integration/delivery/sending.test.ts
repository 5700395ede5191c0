import { useAzurite } from '../../helpers/azurite';
import { laneChannel, laneTeam, startLaneStage, toChannel, toPerson, type LaneStage } from '../../helpers/lane-stage';
import { directoryIdOf } from '../../helpers/local-stage';

const azurite = useAzurite();
let stage: LaneStage;

beforeEach(async () => {
  stage = await startLaneStage(azurite.connectionString(), azurite.uniqueName('t').slice(0, 20));
  await stage.seed('one', 4);
});
afterEach(() => stage.close());

const states = async (programmeId = 'one'): Promise<readonly string[]> =>
  (await stage.ledger(programmeId)).map(({ state, reason }) => `${state}${reason === '' ? '' : `:${reason}`}`);

test('what is queued is sent once, in its order, and its end is in the ledger with where it stands in Teams', async () => {
  await stage.queue('one', 'invitation', toPerson(1));
  await stage.queue('one', 'channel-reminder', toChannel);
  const engine = stage.engine();
  expect(await engine.send()).toEqual({ held: true, handled: 2 });
  expect(await engine.send()).toEqual({ held: true, handled: 0 });
  expect([...stage.sent()].sort()).toEqual([laneChannel, directoryIdOf(1)].sort());
  const ledger = await stage.ledger('one');
  expect(ledger).toHaveLength(2);
  for (const entry of ledger)
    expect(entry).toMatchObject({
      state: 'sent',
      reason: '',
      correlationId: 'c-1',
      activityId: expect.any(String),
      conversationId: expect.any(String),
    });
  expect(await stage.queued('one')).toEqual([]);
});

test('a card that Teams finds too large is sent once more as a small one, and the ledger says so; one that is too large even so has failed', async () => {
  const tooLarge = { match: { kind: 'send' }, status: 413, code: 'MessageSizeTooBig' } as const;
  stage.teams.failNext(tooLarge);
  await stage.queue('one', 'invitation', toPerson(1));
  const engine = stage.engine();
  await engine.send();
  expect(await states()).toEqual(['sent:shortened']);
  expect(stage.sent()).toEqual([directoryIdOf(1)]);
  const [card] = stage.teams.conversation(directoryIdOf(1)).flatMap(({ cards }) => cards);
  expect(JSON.stringify(card)).toContain('home/show');
  expect(JSON.stringify(card)).not.toContain('invitation/accept');
  stage.teams.failNext({ ...tooLarge, times: 2 });
  await stage.queue('one', 'invitation', toPerson(2), { id: 'b' });
  await engine.send();
  expect([...(await states())].sort()).toEqual(['failed:too-large', 'sent:shortened']);
  expect(stage.sent()).toEqual([directoryIdOf(1)]);
});

test('nothing goes before its time, or after its end', async () => {
  await stage.queue('one', 'invitation', toPerson(1), { notBefore: '2026-12-01T10:00:00.000Z' });
  await stage.queue('one', 'invitation', toPerson(2), { expiresAt: '2026-12-01T09:00:00.000Z' });
  const engine = stage.engine();
  await engine.send();
  expect(stage.sent()).toEqual([]);
  expect(await states()).toEqual(['skipped:too-late']);
  stage.programme.at = Date.parse('2026-12-01T10:00:00.000Z');
  await engine.send();
  expect(stage.sent()).toEqual([directoryIdOf(1)]);
});

test.each([500, 502, 503])(
  'F43 a %i is ambiguous: a reminder is dropped, an invitation is sent once more, never oftener',
  async (status) => {
    stage.teams.failNext({ match: { kind: 'send' }, status, afterAccept: true, times: 'always' });
    await stage.queue('one', 'invitation', toPerson(1));
    await stage.queue('one', 'channel-reminder', toChannel);
    const engine = stage.engine();
    await engine.send();
    expect(await states()).toEqual([`ambiguous:http-${String(status)}`]);
    stage.programme.at += 60_000;
    await engine.send();
    stage.programme.at += 3_600_000;
    await engine.send();
    expect(await states()).toEqual([`ambiguous:http-${String(status)}`, `ambiguous:http-${String(status)}`]);
    expect(stage.sent().filter((to) => to === laneChannel)).toHaveLength(1);
    expect(stage.sent().filter((to) => to === directoryIdOf(1))).toHaveLength(2);
  },
);

test('F43 a connection cut after Teams took the message is ambiguous; cut before, it is not told apart and treated alike', async () => {
  stage.teams.failNext({ match: { kind: 'send' }, dropAfterAccept: true });
  stage.teams.failNext({ match: { kind: 'send' }, dropBeforeAccept: true });
  await stage.queue('one', 'channel-reminder', toChannel, { id: 'a' });
  await stage.engine().send();
  await stage.queue('one', 'channel-reminder', toChannel, { id: 'b' });
  await stage.engine({ holder: 'server-1' }).send();
  expect((await stage.ledger('one')).map(({ state }) => state)).toEqual(['ambiguous', 'ambiguous']);
  expect(stage.sent()).toEqual([laneChannel]);
});

test.each([
  ['2', 2_000],
  ['600', 600_000],
  [undefined, 10_000],
  ['soon', 10_000],
  ['Mon, 23 Nov 2026 10:01:40 GMT', 100_000],
  ['999999', 900_000],
])('F44 after a 429 with Retry-After %s the whole tenant waits and nothing is lost', async (retryAfter, wait) => {
  await stage.seed('two', 0);
  stage.teams.failNext({ match: { kind: 'send' }, status: 429, ...(retryAfter === undefined ? {} : { retryAfter }) });
  await stage.queue('one', 'invitation', toPerson(1));
  const engine = stage.engine();
  await engine.send();
  await stage.queue('one', 'invitation', toPerson(2));
  await stage.queue('two', 'channel-reminder', toChannel);
  stage.real.at += wait - 1_500;
  await engine.send();
  expect(stage.sent()).toEqual([]);
  expect(await stage.queued('one')).toEqual([
    expect.objectContaining({ tries: 0 }),
    expect.objectContaining({ tries: 0 }),
  ]);
  stage.real.at += 2_000;
  // Another process finds the wait in the lane's row.
  stage.real.at += 30_000;
  await stage.engine().send();
  expect(stage.sent()).toHaveLength(3);
});

test('F44 another process that takes the lane over waits as long', async () => {
  stage.teams.failNext({ match: { kind: 'send' }, status: 429, retryAfter: 600 });
  await stage.queue('one', 'invitation', toPerson(1));
  await stage.engine().send();
  stage.real.at += 60_000;
  expect(await stage.engine().send()).toEqual({ held: true, handled: 0 });
  expect(stage.sent()).toEqual([]);
  stage.real.at += 541_000;
  await stage.engine().send();
  expect(stage.sent()).toEqual([directoryIdOf(1)]);
});

test('F45 a 412 is tried again later, longer each time, and ends in the dead-letter view', async () => {
  stage.teams.failNext({ match: { kind: 'send' }, status: 412, times: 'always' });
  await stage.queue('one', 'invitation', toPerson(1));
  const engine = stage.engine();
  const waits: number[] = [];
  for (let tries = 0; tries < 8; tries++) {
    await engine.send();
    const [waiting] = await stage.queued('one');
    if (waiting === undefined) break;
    waits.push(Date.parse(waiting.notBefore) - stage.programme.at);
    stage.programme.at = Date.parse(waiting.notBefore);
  }
  expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000]);
  expect(await states()).toEqual(['dead:precondition-failed']);
  expect(stage.sent()).toEqual([]);
});

test('F45 a chat that is gone is opened anew, once, and the new one is kept', async () => {
  stage.teams.forgetConversation(directoryIdOf(1));
  await stage.queue('one', 'invitation', toPerson(1));
  await stage.engine().send();
  expect(stage.sent()).toEqual([directoryIdOf(1)]);
  const [entry] = await stage.ledger('one');
  const reference = await stage.ports.people.get(directoryIdOf(1), 'reference', 'reference');
  expect(reference?.value.conversationId).toBe(entry?.conversationId);
});

test.each([
  ['ConversationBlockedByUser', 'blocked'],
  ['MessageWritesBlocked', 'blocked'],
  ['BotNotInConversationRoster', 'app-missing'],
  ['BotDisabledByAdmin', 'app-missing'],
])('F46 after %s nothing more is sent to the person, and HR reads why', async (code, reach) => {
  stage.teams.failNext({ match: { kind: 'send', directoryId: directoryIdOf(1) }, status: 403, code });
  await stage.queue('one', 'invitation', toPerson(1));
  const engine = stage.engine();
  await engine.send();
  await stage.queue('one', 'invitation', toPerson(1));
  await engine.send();
  expect(await states()).toEqual([`blocked:${reach}`, `blocked:${reach}`]);
  expect(stage.teams.requests().filter(({ path }) => path.includes('activities'))).toHaveLength(1);
  const person = await stage.ports.programmes.get('one', 'participant', 'p1');
  expect(person?.value.reach).toBe(reach);
});

test('F48 after InvalidBotApiHost the message failed for the address, and the person and the channel stay as they are', async () => {
  stage.teams.failNext({ match: { kind: 'send' }, status: 403, code: 'InvalidBotApiHost', times: 2 });
  await stage.queue('one', 'invitation', toPerson(1));
  await stage.queue('one', 'channel-reminder', toChannel);
  const engine = stage.engine();
  await engine.send();
  expect(await states()).toEqual(['failed:wrong-host', 'failed:wrong-host']);
  expect((await stage.ports.programmes.get('one', 'participant', 'p1'))?.value.reach).toBe('reachable');
  await stage.queue('one', 'invitation', toPerson(1));
  await engine.send();
  expect(stage.sent()).toEqual([directoryIdOf(1)]);
});

test('F49 with the bot removed from the team the channel’s reminder is left out with its reason, and no loop begins', async () => {
  await stage.teams.setTeamMember(laneTeam, directoryIdOf(1), true);
  await stage.teams.removeBotFromTeam(laneTeam);
  await stage.queue('one', 'channel-reminder', toChannel);
  const engine = stage.engine();
  await engine.send();
  stage.programme.at += 3_600_000;
  await engine.send();
  expect(await states()).toEqual(['skipped:channel-missing']);
});

test('F50 a programme with much to say does not make another wait, and the tenant’s budget holds', async () => {
  await stage.seed('two', 4);
  for (let round = 0; round < 12; round++)
    for (const n of [1, 2, 3, 4]) await stage.queue('one', 'invitation', toPerson(n));
  for (const n of [1, 2, 3, 4]) await stage.queue('two', 'invitation', toPerson(n));
  const begun = stage.real.at;
  const order: string[] = [];
  await stage
    .engine({
      sender: {
        send: ({ view }) => {
          order.push('programmeId' in view ? view.programmeId : '');
          return Promise.resolve({ outcome: 'sent', conversationId: 'c', activityId: 'a' });
        },
      },
    })
    .send();
  expect(order).toHaveLength(52);
  expect(order.lastIndexOf('two')).toBeLessThan(16);
  // 52 sends at ten a second, the first at once.
  expect(stage.real.at - begun).toBeGreaterThanOrEqual(5_100);
});

test('F51 a message that cannot be drawn is given up after five tries, and the others go', async () => {
  await stage.queue('one', 'invitation', toPerson(1));
  await stage.queue('one', 'invitation', toPerson(2));
  let drawings = 0;
  const engine = stage.engine({
    sender: {
      send: async (message) => {
        if (!JSON.stringify(message.target).includes(directoryIdOf(1)))
          return { outcome: 'sent', conversationId: 'c', activityId: 'a' };
        drawings++;
        throw new Error('cannot be drawn');
      },
    },
  });
  for (let minutes = 0; minutes < 10; minutes++) {
    await engine.send();
    stage.programme.at += 120_000;
  }
  expect([...(await states())].sort()).toEqual(['dead:not-drawn', 'sent']);
  expect(drawings).toBe(5);
});

test('F66 a programme that is closed sends nothing any more: its messages are cancelled when they are taken', async () => {
  await stage.queue('one', 'invitation', toPerson(1));
  const stored = await stage.ports.programmes.get('one', 'programme', 'programme');
  await stage.ports.programmes.commit('one', [
    {
      op: 'replace',
      kind: 'programme',
      key: 'programme',
      etag: stored!.etag,
      value: { ...stored!.value, state: 'closed' },
    },
  ]);
  await stage.engine().send();
  expect(await states()).toEqual(['cancelled:programme-closed']);
  expect(stage.sent()).toEqual([]);
});

test('every message is counted where it ended', async () => {
  await stage.queue('one', 'invitation', toPerson(1));
  await stage.queue('one', 'invitation', toPerson(2), { expiresAt: '2026-12-01T09:00:00.000Z' });
  const engine = stage.engine();
  await engine.send();
  await engine.tick();
  const head = await stage.ports.programmes.get('one', 'board', 'head');
  expect(head?.value.counts).toMatchObject({ 'messages.sent': 1, 'messages.skipped': 1 });
});
