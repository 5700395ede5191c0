import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { startTeamsService } from '../../../bot/local/teams-service/start-teams-service';
import type { TeamsService } from '../../../bot/local/teams-service/teams-service';
import { createConnector, type Connector } from '../../../bot/teams/connector/create-connector';
import { longestSend } from '../../../bot/teams/connector/connector-request';
import { createTeamsDirectory } from '../../../bot/teams/connector/create-teams-directory';
import { createClientSecretTokens } from '../../../bot/teams/connector/token-source';
import { plusMilliseconds } from '../../../src/kernel/clock';
import {
  aPerson,
  BOT,
  CHANNEL,
  HENRI,
  NADIA,
  TEAM,
  TENANT,
  tenantOptions,
  ZOE,
} from '../../integration/teams-service/tenant';

const start = '2026-11-23T09:00:00.000Z';
const hello = { text: 'Bonjour' };

let service: TeamsService;
let now: string;
let secret: string;
let connector: Connector;

beforeEach(async () => {
  service = await startTeamsService(tenantOptions({ botSecrets: ['first'] }));
  now = start;
  secret = 'first';
  connector = createConnector({ ...requestOptions(), botAppId: BOT, tenantId: TENANT });
});

afterEach(() => service.close());

function requestOptions(overrides: { readonly timeoutMilliseconds?: number } = {}) {
  const realClock = { now: () => now };
  const tokens = createClientSecretTokens({
    endpoint: service.tokenEndpoint,
    clientId: BOT,
    secret: () => secret,
    realClock,
  });
  const budget = { take: () => Promise.resolve() };
  return { tokens, realClock, budget, serviceHosts: { hosts: [], allowLoopback: true }, ...overrides };
}

/** A person as their first activity told. */
async function target(directoryId: string, conversationId?: string) {
  const members = await createTeamsDirectory(requestOptions()).members({
    teamId: TEAM,
    serviceUrl: service.serviceUrl,
  });
  const teamsUserId = members.find((member) => member.directoryId === directoryId)?.teamsUserId ?? directoryId;
  return {
    directoryId,
    reference: {
      serviceUrl: service.serviceUrl,
      teamsUserId,
      updatedAt: start,
      via: 'personal' as const,
      ...(conversationId === undefined ? {} : { conversationId }),
    },
  };
}
const sends = () => service.journal().filter(({ kind }) => kind === 'send').length;
const tokensAsked = () => service.requests().filter(({ path }) => path.includes('/oauth/')).length;

describe('sending to a person', () => {
  it('opens the chat once and says which it is', async () => {
    const outcome = await connector.sendToPerson(await target(HENRI), hello);
    expect(outcome).toMatchObject({ outcome: 'sent', conversationId: service.conversationId(HENRI) });
    expect(service.conversation(HENRI)).toHaveLength(1);
    await connector.sendToPerson(await target(HENRI, service.conversationId(HENRI)), hello);
    expect(service.journal().filter(({ kind }) => kind === 'create-conversation')).toHaveLength(1);
  });

  it('F45: a chat that is gone is opened again, once', async () => {
    await connector.sendToPerson(await target(HENRI), hello);
    const old = service.conversationId(HENRI);
    service.forgetConversation(HENRI);
    const outcome = await connector.sendToPerson(await target(HENRI, old), hello);
    expect(outcome).toMatchObject({ outcome: 'sent', conversationId: service.conversationId(HENRI) });
    expect(service.conversationId(HENRI)).not.toBe(old);
  });

  it('F45: a chat that stays gone ends as failed', async () => {
    service.failNext({ match: { kind: 'send' }, status: 404, code: 'ConversationNotFound', times: 'always' });
    expect(await connector.sendToPerson(await target(HENRI, 'a:old'), hello)).toEqual({
      outcome: 'failed',
      reason: 'conversation-gone',
    });
  });

  it('F46: whoever has not got the app is not reached', async () => {
    expect(await connector.sendToPerson(await target(NADIA), hello)).toEqual({
      outcome: 'blocked',
      reason: 'ForbiddenOperationException',
    });
  });

  it.each(['ConversationBlockedByUser', 'BotDisabledByAdmin', 'BotNotInConversationRoster', 'MessageWritesBlocked'])(
    'F46: %s stops with its reason',
    async (reason) => {
      service.failNext({ match: { kind: 'send' }, status: 403, code: reason });
      expect(await connector.sendToPerson(await target(HENRI, 'a:chat'), hello)).toEqual({
        outcome: 'blocked',
        reason,
      });
    },
  );
});

describe('the delivery rules', () => {
  const send = async () =>
    connector.sendToConversation(
      { serviceUrl: service.serviceUrl, conversationId: service.conversationId(ZOE) },
      hello,
    );
  beforeEach(() => service.say(ZOE, 'bonjour'));

  it.each([500, 502, 503, 504])('F43: a %s after the work is ambiguous and not repeated', async (status) => {
    service.failNext({ match: { kind: 'send' }, status, afterAccept: true });
    expect(await send()).toEqual({ outcome: 'ambiguous', reason: `http-${String(status)}` });
    expect(sends()).toBe(1);
  });

  it('F43: a cut connection is ambiguous and not repeated', async () => {
    service.failNext({ match: { kind: 'send' }, dropAfterAccept: true });
    expect(await send()).toMatchObject({ outcome: 'ambiguous' });
    expect(sends()).toBe(1);
  });

  it('F43: no answer in time is ambiguous', async () => {
    const hasty = createConnector({ ...requestOptions({ timeoutMilliseconds: 60 }), botAppId: BOT, tenantId: TENANT });
    await hasty.sendToChannel({ channelId: CHANNEL, serviceUrl: service.serviceUrl }, hello);
    service.failNext({ match: { kind: 'send' }, delayMs: 400 });
    expect(await hasty.sendToChannel({ channelId: CHANNEL, serviceUrl: service.serviceUrl }, hello)).toEqual({
      outcome: 'ambiguous',
      reason: 'timeout',
    });
  });

  it('F75: a send has ten seconds with everything that belongs to it, the chat that is opened for it included', async () => {
    expect(longestSend).toBe(10_000);
    const hasty = createConnector({ ...requestOptions({ timeoutMilliseconds: 400 }), botAppId: BOT, tenantId: TENANT });
    await hasty.sendToChannel({ channelId: CHANNEL, serviceUrl: service.serviceUrl }, hello);
    service.failNext({ match: { kind: 'create-conversation' }, delayMs: 250 });
    service.failNext({ match: { kind: 'send' }, delayMs: 250 });
    expect(await hasty.sendToPerson(await target(HENRI), hello)).toEqual({
      outcome: 'ambiguous',
      reason: 'timeout',
    });
  });

  it.each([
    ['2', 2_000],
    ['600', 600_000],
    ['0', 1_000],
    ['86400', 900_000],
    ['soon', 10_000],
    ['-5', 10_000],
    ['Mon, 23 Nov 2026 09:01:30 GMT', 90_000],
    ['Mon, 23 Nov 2026 08:00:00 GMT', 1_000],
    [undefined, 10_000],
  ])('F44: Retry-After %s slows the whole tenant by %d ms', async (retryAfter, afterMilliseconds) => {
    service.failNext({ match: { kind: 'send' }, status: 429, ...(retryAfter === undefined ? {} : { retryAfter }) });
    expect(await send()).toEqual({
      outcome: 'retry',
      afterMilliseconds,
      wholeTenant: true,
      reason: 'too-many-requests',
    });
    expect(sends()).toBe(0);
  });

  it('F45: a 412 is tried again later, a 413 needs a smaller card', async () => {
    service.failNext({ match: { kind: 'send' }, status: 412 });
    expect(await send()).toMatchObject({ outcome: 'retry', wholeTenant: false });
    service.failNext({ match: { kind: 'send' }, status: 413 });
    expect(await send()).toEqual({ outcome: 'too-large' });
  });

  it('does not even send what Teams would refuse as too large', async () => {
    const place = { serviceUrl: service.serviceUrl, conversationId: service.conversationId(ZOE) };
    expect(await connector.sendToConversation(place, { text: 'é'.repeat(15_000) })).toEqual({ outcome: 'too-large' });
    expect(service.requests()).toHaveLength(0);
  });

  it('tries again later when nothing listens: no byte was written', async () => {
    const free = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => free.once('listening', resolve));
    const { port } = free.address() as AddressInfo;
    await new Promise((resolve) => free.close(resolve));
    const place = { serviceUrl: `http://127.0.0.1:${String(port)}/`, conversationId: 'a:1' };
    expect(await connector.sendToConversation(place, hello)).toEqual({
      outcome: 'retry',
      afterMilliseconds: 10_000,
      wholeTenant: true,
      reason: 'ECONNREFUSED',
    });
  });

  it('opening a chat may be repeated, so a failure there is never ambiguous', async () => {
    service.failNext({ match: { kind: 'create-conversation' }, status: 502 });
    expect(await connector.sendToPerson(await target(HENRI), hello)).toMatchObject({
      outcome: 'retry',
      reason: 'http-502',
    });
  });

  it('F07: a host that is not on the list gets neither token nor message', async () => {
    for (const serviceUrl of [
      'https://evil.example/',
      'https://smba.trafficmanager.net.evil.example/',
      'http://10.0.0.1/',
      'http://a@127.0.0.1/',
      '',
    ]) {
      expect(await connector.sendToConversation({ serviceUrl, conversationId: 'a:1' }, hello)).toEqual({
        outcome: 'failed',
        reason: 'service-url-refused',
      });
    }
    expect(service.requests()).toHaveLength(0);
  });
});

describe('tokens', () => {
  const post = () => connector.sendToChannel({ channelId: CHANNEL, serviceUrl: service.serviceUrl }, hello);

  it('keeps one until five minutes before it expires', async () => {
    await Promise.all([post(), post()]);
    now = plusMilliseconds(start, 3_299_000 - 1_000);
    await post();
    expect(tokensAsked()).toBe(1);
    now = plusMilliseconds(start, 3_300_000);
    await post();
    expect(tokensAsked()).toBe(2);
  });

  it('reads a rotated secret without a restart', async () => {
    await post();
    service.setBotSecrets(['second']);
    service.revokeConnectorTokens();
    secret = 'second';
    expect(await post()).toMatchObject({ outcome: 'sent' });
  });

  it('sends nothing and waits while the secret is wrong', async () => {
    secret = 'wrong';
    expect(await post()).toMatchObject({ outcome: 'retry', wholeTenant: true, reason: 'connector-token-unavailable' });
    expect(sends()).toBe(0);
  });
});

describe('updating and asking', () => {
  it('replaces a message that was sent', async () => {
    const sent = await connector.sendToPerson(await target(HENRI), hello);
    if (sent.outcome !== 'sent') throw new Error('not sent');
    const place = { serviceUrl: service.serviceUrl, conversationId: sent.conversationId };
    expect(await connector.updateActivity(place, sent.activityId, { text: 'Bonsoir' })).toMatchObject({
      outcome: 'sent',
      activityId: sent.activityId,
    });
    expect(await connector.updateActivity(place, '999', hello)).toEqual({ outcome: 'failed', reason: 'activity-gone' });
  });

  it('reads every page of a team', async () => {
    for (let index = 0; index < 1_100; index += 1) {
      const directoryId = `00000000-0000-4000-9000-${String(index).padStart(12, '0')}`;
      service.addPerson(aPerson({ directoryId, name: `Personne ${String(index)}` }));
      await service.setTeamMember(TEAM, directoryId, true);
    }
    const members = await createTeamsDirectory(requestOptions()).members({
      teamId: TEAM,
      serviceUrl: service.serviceUrl,
    });
    expect(members).toHaveLength(1_101);
    expect(members.find(({ directoryId }) => directoryId === HENRI)).toMatchObject({
      name: 'Henri Caron',
      email: '22@exemple.fr',
    });
  });

  it('lists the channels, the general one first with a name', async () => {
    const directory = createTeamsDirectory(requestOptions());
    const team = { teamId: TEAM, serviceUrl: service.serviceUrl };
    expect(await directory.channels(team)).toEqual([
      { id: TEAM, name: 'General' },
      { id: CHANNEL, name: 'Programme' },
    ]);
    expect(await directory.name(team)).toBe('Mentorat');
  });

  it('says so when Teams does not tell', async () => {
    await expect(
      createTeamsDirectory(requestOptions()).members({ teamId: '19:none', serviceUrl: service.serviceUrl }),
    ).rejects.toMatchObject({ code: 'teams-directory-unavailable' });
  });
});
