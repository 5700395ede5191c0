import { startTeamsService } from '../../../bot/local/teams-service/start-teams-service';
import type { TeamsService } from '../../../bot/local/teams-service/teams-service';
import { fetchToken, startPlainBot, type PlainBot } from './plain-bot';
import { BOT, CHANNEL, HENRI, NADIA, TEAM, tenantOptions, TENANT, ZOE } from './tenant';

let service: TeamsService;
let bot: PlainBot;

beforeEach(async () => {
  service = await startTeamsService(tenantOptions());
  bot = await startPlainBot(service, BOT);
});

afterEach(async () => {
  await bot.close();
  await service.close();
});

const openChat = (directoryId: string) =>
  bot.call('POST', 'conversations', {
    isGroup: false,
    bot: { id: `28:${BOT}` },
    members: [{ id: directoryId }],
    tenantId: TENANT,
  });
const chatOf = (directoryId: string) =>
  `conversations/${encodeURIComponent(service.conversationId(directoryId))}/activities`;
const hello = { type: 'message', text: 'Bonjour' };

describe('who may call the connector', () => {
  test('nobody without a token of the token endpoint', async () => {
    const response = await fetch(`${service.serviceUrl}v3/conversations`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(401);
    const tabToken = await service.tabToken(ZOE);
    const withTabToken = await fetch(`${service.serviceUrl}v3/conversations`, {
      method: 'POST',
      body: '{}',
      headers: { authorization: `Bearer ${tabToken}` },
    });
    expect(withTabToken.status).toBe(401);
    expect(service.journal()).toHaveLength(0);
  });

  test('a secret that was rotated away gets no token', async () => {
    service.setBotSecrets(['new']);
    expect(await fetchToken(service, BOT, 'old')).toBeUndefined();
    expect(await fetchToken(service, BOT, 'new')).toBeDefined();
  });

  test('a revoked token is refused until a new one is fetched', async () => {
    expect((await openChat(ZOE)).status).toBe(201);
    service.revokeConnectorTokens();
    expect((await openChat(ZOE)).status).toBe(401);
  });
});

describe('whom the bot may write to', () => {
  test('someone with the app, always in the same conversation', async () => {
    const first = await openChat(ZOE);
    expect(first).toMatchObject({ status: 201, body: { id: service.conversationId(ZOE) } });
    expect((await openChat(ZOE)).body.id).toBe(first.body.id);
  });

  test('not someone without the app and without a shared team', async () => {
    const refusal = await openChat(NADIA);
    expect(refusal).toMatchObject({ status: 403, body: { error: { code: 'ForbiddenOperationException' } } });
    expect((await bot.call('POST', chatOf(NADIA), hello)).body.error.code).toBe('BotNotInConversationRoster');
  });

  test('someone without the app who shares a team with the bot', async () => {
    await service.setTeamMember(TEAM, NADIA, true);
    expect((await openChat(NADIA)).status).toBe(201);
  });

  test('not someone who blocked it, until they unblock', async () => {
    service.setBlocked(ZOE, true);
    expect((await bot.call('POST', chatOf(ZOE), hello)).body.error.code).toBe('ConversationBlockedByUser');
    service.setBlocked(ZOE, false);
    expect((await bot.call('POST', chatOf(ZOE), hello)).status).toBe(201);
  });

  test('a lost conversation answers 404 and is made anew by createConversation', async () => {
    const before = chatOf(ZOE);
    service.forgetConversation(ZOE);
    expect((await bot.call('POST', before, hello)).body.error.code).toBe('ConversationNotFound');
    await openChat(ZOE);
    expect((await bot.call('POST', chatOf(ZOE), hello)).status).toBe(201);
  });

  test('nobody of another tenant', async () => {
    const refusal = await bot.call('POST', 'conversations', { members: [{ id: ZOE }], tenantId: 'other' });
    expect(refusal.status).toBe(403);
  });
});

describe('messages', () => {
  test('are sent, changed and removed, and the journal counts each', async () => {
    const { body } = await bot.call('POST', chatOf(ZOE), hello);
    await bot.call('PUT', `${chatOf(ZOE)}/${body.id}`, { type: 'message', text: 'Bonsoir' });
    expect(service.conversation(ZOE)).toMatchObject([
      { id: body.id, text: 'Bonsoir', author: 'bot', editedAt: '2026-11-23T09:00:00.000Z' },
    ]);
    await bot.call('DELETE', `${chatOf(ZOE)}/${body.id}`);
    expect(service.conversation(ZOE)).toMatchObject([{ deleted: true }]);
    expect(service.journal().map(({ kind, personDirectoryId }) => [kind, personDirectoryId])).toEqual([
      ['send', ZOE],
      ['update', ZOE],
      ['delete', ZOE],
    ]);
    expect(service.journal(1)).toHaveLength(2);
  });

  test('the same send twice is two messages, as in Teams', async () => {
    await bot.call('POST', chatOf(ZOE), hello);
    await bot.call('POST', chatOf(ZOE), hello);
    expect(service.conversation(ZOE)).toHaveLength(2);
  });

  test.each([
    [413, 'MessageSizeTooBig', { type: 'message', text: 'é'.repeat(14_400) }],
    [400, 'BadSyntax', { type: 'message' }],
    [400, 'BadSyntax', { text: 'no type' }],
  ])('%i %s refuses what Teams would refuse', async (status, code, activity) => {
    const refusal = await bot.call('POST', chatOf(ZOE), activity);
    expect(refusal).toMatchObject({ status, body: { error: { code } } });
    expect(service.journal()).toHaveLength(0);
  });

  test('nobody else’s message can be changed', async () => {
    await service.say(ZOE, 'mine');
    const [said] = service.conversation(ZOE);
    const refusal = await bot.call('PUT', `${chatOf(ZOE)}/${said?.id ?? ''}`, hello);
    expect(refusal).toMatchObject({ status: 404, body: { error: { code: 'ActivityNotFoundInConversation' } } });
  });

  test('a channel takes new threads and replies', async () => {
    const thread = await bot.call('POST', 'conversations', {
      isGroup: true,
      channelData: { channel: { id: CHANNEL } },
      activity: hello,
    });
    expect(thread.body.id).toBe(`${CHANNEL};messageid=${String(thread.body.activityId)}`);
    await bot.call('POST', `conversations/${encodeURIComponent(thread.body.id)}/activities`, hello);
    expect(service.channel(CHANNEL).map(({ threadId }) => threadId)).toEqual([
      thread.body.activityId,
      thread.body.activityId,
    ]);
    expect(service.journal()[0]).toMatchObject({ kind: 'send', channelId: CHANNEL });
  });

  test('a team the bot has left refuses it', async () => {
    await service.removeBotFromTeam(TEAM);
    const refusal = await bot.call('POST', `conversations/${encodeURIComponent(CHANNEL)}/activities`, hello);
    expect(refusal).toMatchObject({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } });
  });
});

describe('rosters', () => {
  test('name people as Teams does, by page', async () => {
    await service.setTeamMember(TEAM, ZOE, true);
    const first = await bot.call('GET', `conversations/${encodeURIComponent(TEAM)}/pagedmembers?pageSize=1`);
    expect(first.body.members).toMatchObject([
      { aadObjectId: HENRI, givenName: 'Henri', surname: 'Caron', tenantId: TENANT, userRole: 'user' },
    ]);
    const second = await bot.call(
      'GET',
      `conversations/${encodeURIComponent(TEAM)}/pagedmembers?pageSize=1&continuationToken=${String(first.body.continuationToken)}`,
    );
    expect(second.body).toMatchObject({ members: [{ objectId: ZOE, email: 'zoe@exemple.fr' }] });
    expect(second.body.continuationToken).toBeUndefined();
  });

  test('find one member by directory id or by user id', async () => {
    const byDirectoryId = await bot.call('GET', `conversations/${encodeURIComponent(TEAM)}/members/${HENRI}`);
    const byUserId = await bot.call(
      'GET',
      `conversations/${encodeURIComponent(TEAM)}/members/${encodeURIComponent(byDirectoryId.body.id)}`,
    );
    expect(byUserId.body).toEqual(byDirectoryId.body);
    expect((await bot.call('GET', `conversations/${encodeURIComponent(TEAM)}/members/${ZOE}`)).status).toBe(404);
  });

  test('list the channels of a team, General without a name', async () => {
    expect((await bot.call('GET', `teams/${encodeURIComponent(TEAM)}`)).body).toMatchObject({
      name: 'Mentorat',
      channelCount: 2,
      memberCount: 1,
    });
    expect((await bot.call('GET', `teams/${encodeURIComponent(TEAM)}/conversations`)).body.conversations).toEqual([
      { id: TEAM, type: 'standard' },
      { id: CHANNEL, name: 'Programme', type: 'standard' },
    ]);
  });
});

describe('a move to another region', () => {
  test('writes the new service URL on activities and retires the old one', async () => {
    const old = service.serviceUrl;
    service.moveRegion('amer', { retireOld: true });
    await service.say(ZOE, 'hello');
    expect(bot.heard[0]).toMatchObject({
      activity: { serviceUrl: service.serviceUrl },
      claims: { serviceurl: service.serviceUrl },
    });
    const token = await fetchToken(service, BOT);
    const response = await fetch(`${old}v3/conversations`, {
      method: 'POST',
      body: '{}',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(403);
  });
});
