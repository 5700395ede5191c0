import { setTimeout as pause } from 'node:timers/promises';
import { createLog } from '../../../bot/log';
import { createRealClock } from '../../../bot/real-clock';
import { createRequestBudget } from '../../../bot/request-budget';
import { performAction } from '../../../src/dispatch/perform-action';
import { messageDayKey } from '../../../src/domain/message';
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

/** One message after the other. */
const alone = {
  sendsPerSecond: 10,
  tickSeconds: 1,
  idleSeconds: 30,
  claimSeconds: 90,
  leaseSeconds: 30,
  sendsTogether: 1,
};

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
  // Two more end in the same turn: neither overwrites the other.
  for (const id of ['c', 'd']) await stage.queue('one', 'invitation', toPerson(1), { id });
  await engine.send();
  const unreached = await stage.ports.programmes.get('one', 'unreached', 'participant|p1');
  expect(unreached?.value).toMatchObject({ state: 'blocked', reason: reach });
  const ids = (await stage.ledger('one')).map(({ id }) => id).sort();
  expect([...(unreached?.value.messageIds ?? [])].sort()).toEqual(ids);
  expect(ids).toHaveLength(4);
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
        edit: () => Promise.reject(new Error('Nobody has answered')),
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
      edit: () => Promise.reject(new Error('Nobody has answered')),
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

test('F39 what the connector says of a refusal is never logged or kept: its status, or a code that is known', async () => {
  const canary = 'Zoé Martin a refusé';
  const lines: string[] = [];
  const log = createLog({ level: 'debug', destination: { write: (line) => void lines.push(line) } });
  stage.teams.failNext({ match: { kind: 'send' }, status: 400, code: canary, message: canary });
  stage.teams.failNext({ match: { kind: 'send' }, status: 403, code: canary, message: canary });
  stage.teams.failNext({ match: { kind: 'send' }, status: 403, code: 'MessageWritesBlocked', message: canary });
  for (const n of [1, 2, 3]) await stage.queue('one', 'invitation', toPerson(n));
  await stage.engine({ log, pace: { ...alone } }).send();
  expect(await states()).toEqual(['failed:http-400', 'blocked:app-missing', 'blocked:blocked']);
  expect(lines).toHaveLength(3);
  expect(lines.join('') + JSON.stringify(await stage.ledger('one'))).not.toContain('Zo');
});

test('every message is counted where it ended, one by one where HR reads it so, by day where not', async () => {
  await stage.queue('one', 'invitation', toPerson(1));
  await stage.queue('one', 'channel-reminder', toChannel);
  await stage.queue('one', 'channel-reminder', toChannel, { expiresAt: '2026-12-01T09:00:00.000Z' });
  const engine = stage.engine();
  await engine.send();
  await engine.tick();
  const head = await stage.ports.programmes.get('one', 'board', 'head');
  expect(head?.value.counts).toEqual({ 'messages.sent': 1, 'messages.skipped': 1 });
  const day = await stage.ports.programmes.get('one', 'message-day', messageDayKey('2026-12-01'));
  expect(day?.value).toEqual({ day: '2026-12-01', sent: { invitation: 1 } });
});

describe('F75 a chat that hangs', () => {
  const hanging = { match: { directoryId: directoryIdOf(1) }, hangs: true, times: 'always' } as const;

  test('holds up its own messages only: everybody else gets theirs meanwhile, also what is queued later', async () => {
    await stage.seed('two', 4);
    stage.teams.failNext(hanging);
    await stage.queue('one', 'invitation', toPerson(1), { id: 'a' });
    await stage.queue('one', 'invitation', toPerson(1), { id: 'b' });
    for (const programmeId of ['one', 'two'])
      for (let round = 0; round < 2; round++)
        for (const n of [2, 3, 4]) await stage.queue(programmeId, 'invitation', toPerson(n));
    const pass = stage.engine({ sendMilliseconds: 6_000 }).send();
    await until(() => stage.sent().length === 12);
    await stage.queue('one', 'invitation', toPerson(4), { id: 'late' });
    // Once its end is written too, which is later than Teams' having it.
    await until(async () => stage.sent().length === 13 && (await stage.queued('one')).length === 2);
    const claims = (await stage.queued('one')).map(({ id, ambiguous, claim }) => [id, ambiguous, claim?.sending]);
    // The first is still on its way, the second waits behind it.
    expect(claims).toEqual([
      ['a', 0, true],
      ['b', 0, false],
    ]);
    await pass;
    expect(stage.sent()).not.toContain(directoryIdOf(1));
    expect((await stage.queued('one')).map(({ id, ambiguous }) => [id, ambiguous])).toEqual([
      ['a', 1],
      ['b', 0],
    ]);
    expect(requestsTo(1)).toHaveLength(1);
  });

  test('gets what waited for it in order once it answers again', async () => {
    stage.teams.failNext(hanging);
    for (const id of ['a', 'b', 'c']) await stage.queue('one', 'invitation', toPerson(1), { id });
    const engine = stage.engine();
    await engine.send();
    expect(requestsTo(1)).toHaveLength(1);
    stage.teams.clearFaults();
    stage.programme.at += 60_000;
    await engine.send();
    const ended = (await stage.ledger('one')).toSorted((a, b) =>
      (a.activityId ?? '').localeCompare(b.activityId ?? ''),
    );
    expect(ended.map(({ id, state }) => [id, state])).toEqual([
      ['a', 'sent'],
      ['b', 'sent'],
      ['c', 'sent'],
    ]);
  });

  test('is given up when opening it hangs too, within the time of one send, and no bytes of the message have left', async () => {
    stage.teams.forgetConversation(directoryIdOf(1));
    stage.teams.failNext({ match: { kind: 'create-conversation' }, hangs: true });
    await stage.queue('one', 'channel-reminder', toPerson(1), { id: 'a', kind: 'invitation' });
    await stage.queue('one', 'invitation', toPerson(2));
    await stage.engine().send();
    expect(stage.sent()).toEqual([directoryIdOf(2)]);
    expect(await stage.queued('one')).toEqual([expect.objectContaining({ id: 'a', tries: 1, ambiguous: 0 })]);
  });

  const requestsTo = (n: number) =>
    stage.teams
      .requests()
      .filter(
        ({ path, byFault }) =>
          byFault && decodeURIComponent(path).includes(stage.teams.conversationId(directoryIdOf(n))),
      );
});

test('F50 everything that is asked of Teams stays within the budget of a second: chats opened, cards sent, put in place, answers and rosters', async () => {
  const perSecond = 25;
  const budget = createRequestBudget(perSecond, createRealClock(), async (milliseconds) => {
    await pause(milliseconds);
  });
  for (const n of [1, 2, 3, 4]) {
    stage.teams.forgetConversation(directoryIdOf(n));
    for (let round = 0; round < 4; round++) await stage.queue('one', 'invitation', toPerson(n));
  }
  const place = { serviceUrl: stage.teams.serviceUrl, conversationId: laneChannel };
  const connector = stage.connector(budget);
  const posted = await connector.sendToConversation(place, { text: 'Bonjour' });
  const activityId = posted.outcome === 'sent' ? posted.activityId : '';
  await Promise.all([
    stage.engine({ budget }).send(),
    ...Array.from({ length: 12 }, () => connector.sendToConversation(place, { text: 'Bonjour' })),
    ...Array.from({ length: 12 }, () => connector.updateActivity(place, activityId, { text: 'Bonsoir' })),
  ]);
  expect(stage.sent().filter((to) => to !== laneChannel)).toHaveLength(16);
  const asked = stage.teams.requests().filter(({ path }) => path.includes('/v3/'));
  // 4 that found no chat, 4 chats opened, 16 messages, 13 answers and 12 cards put in place.
  expect(asked.length).toBeGreaterThanOrEqual(49);
  const times = asked.map(({ realTime }) => realTime);
  for (const from of times)
    expect(times.filter((at) => at >= from && at < from + 1_000).length).toBeLessThanOrEqual(perSecond);
});

describe('The cards of an invitation and its reminder, once the person has said yes on their page,', () => {
  const person = directoryIdOf(1);
  const edits = async () => (await stage.ports.programmes.range('one', 'card-edit', { limit: 10 })).rows;
  const cards = () => stage.teams.conversation(person).map(({ cards: [card] }) => JSON.stringify(card));
  const asking = () => cards().map((card) => card.includes('invitation/accept'));
  const updates = () => stage.teams.requests().filter(({ method }) => method === 'PUT').length;

  /** Both are in the chat; then the yes. */
  async function accepted(on: 'page' | 'reminder' = 'page'): Promise<void> {
    await stage.queue('one', 'invitation', toPerson(1), { id: 'first' });
    await stage.queue('one', 'invitation-reminder', toPerson(1), { id: 'second' });
    await stage.engine().send();
    expect(asking()).toEqual([true, true]);
    const action = { verb: 'invitation/accept', programmeId: 'one' } as const;
    const actor = { directoryId: person, appRoles: [], name: 'Person 1' };
    const reminder = (await stage.ledger('one')).find(({ id }) => id === 'second')?.activityId;
    const pressedOn = on === 'page' || reminder === undefined ? {} : { pressedOn: reminder };
    const context = { now: stage.programme.now(), correlationId: 'c-2', ...pressedOn };
    expect((await performAction(stage.ports, actor, action, context)).changed).toBe(true);
  }

  test('both say that the answer is kept and ask no more; nothing is posted and nobody is told', async () => {
    await accepted();
    const engine = stage.engine({ holder: 'server-1' });
    await engine.send();
    expect(asking()).toEqual([false, false]);
    expect(cards().every((card) => card.includes('programme/leave'))).toBe(true);
    expect([stage.sent().length, updates(), await edits()]).toEqual([2, 2, []]);
    await engine.send();
    expect(updates()).toBe(2);
    // An edit is no message: nothing of it is in the ledger, which HR's list and counts are made of.
    expect((await stage.ledger('one')).map(({ id }) => id)).toEqual(['first', 'second']);
  });

  test('the one that was pressed is left, since it shows the answer already', async () => {
    await accepted('reminder');
    await stage.engine({ holder: 'server-1' }).send();
    // What Teams put in its place is the answer to the press, which nobody gave here.
    expect([asking(), updates(), await edits()]).toEqual([[false, true], 1, []]);
  });

  test.each([
    [404, 'ActivityNotFoundInConversation'],
    [403, 'ConversationBlockedByUser'],
  ])('one that Teams answers with %i %s is forgotten quietly, and the other says so', async (status, code) => {
    await accepted();
    stage.teams.failNext({ match: { kind: 'update' }, status, code });
    const engine = stage.engine({ holder: 'server-1' });
    await engine.send();
    expect([asking().filter(Boolean).length, updates(), await edits()]).toEqual([1, 2, []]);
    expect((await stage.ports.programmes.range('one', 'card', { limit: 10 })).rows).toHaveLength(1);
    expect(await states()).toEqual(['sent', 'sent']);
    expect((await stage.ports.programmes.get('one', 'participant', 'p1'))?.value.reach).toBe('reachable');
  });

  test('after a 429 the tenant rests, and what was not drawn anew is then, once', async () => {
    await accepted();
    stage.teams.failNext({ match: { kind: 'update' }, status: 429, retryAfter: 5 });
    const engine = stage.engine({ holder: 'server-1' });
    await engine.send();
    await engine.send();
    expect([asking(), updates()]).toEqual([[true, true], 1]);
    stage.real.at += 6_000;
    await engine.send();
    expect([asking(), updates(), await edits()]).toEqual([[false, false], 3, []]);
  });

  test('what Teams may have taken is drawn anew later, the card before it no second time', async () => {
    await accepted();
    stage.teams.failNext({ match: { kind: 'update' }, status: 502, afterAccept: true, times: 2 });
    const engine = stage.engine({ holder: 'server-1' });
    await engine.send();
    expect((await edits()).map(({ value: { tries } }) => tries)).toEqual([1]);
    stage.programme.at += 60_000;
    await engine.send();
    stage.programme.at += 60_000;
    await engine.send();
    // Twice the first, whose fate was unknown, then both.
    expect([asking(), updates(), await edits()]).toEqual([[false, false], 4, []]);
  });
});

/** Waits until something is so that others bring about. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(10);
}
