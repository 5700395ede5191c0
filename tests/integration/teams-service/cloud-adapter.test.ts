import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, TeamsInfo, type TurnContext } from 'botbuilder';
import { ServiceClientCredentialsFactory } from 'botframework-connector';
import { startTeamsService } from '../../../bot/local/teams-service/start-teams-service';
import type { TeamsService } from '../../../bot/local/teams-service/teams-service';
import { fetchToken } from './plain-bot';
import { BOT, cardMessage, tenantOptions, ZOE } from './tenant';

let service: TeamsService;
let stop: () => Promise<void>;

/** Tokens from the service's own endpoint, where the SDK would ask Microsoft. */
class LocalCredentials extends ServiceClientCredentialsFactory {
  isValidAppId(id: string): Promise<boolean> {
    return Promise.resolve(id === BOT);
  }
  isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(false);
  }
  createCredentials(): ReturnType<ServiceClientCredentialsFactory['createCredentials']> {
    return Promise.resolve({
      async signRequest(request) {
        request.headers.set('authorization', `Bearer ${await fetchToken(service, BOT)}`);
        return request;
      },
    });
  }
}

async function turn(context: TurnContext): Promise<void> {
  if (context.activity.type === 'invoke') {
    const { verb } = (context.activity.value as { action: { verb: string } }).action;
    const value = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: `did ${verb}` }] };
    await context.sendActivity({
      type: 'invokeResponse',
      value: { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value } },
    });
    return;
  }
  const member = await TeamsInfo.getMember(context, context.activity.from.aadObjectId ?? '');
  await context.sendActivity(`${member.givenName ?? ''}: ${context.activity.text}`);
  await context.sendActivity(cardMessage({ actions: [{ type: 'Action.Execute', title: 'Accept', verb: 'accept' }] }));
}

beforeEach(async () => {
  service = await startTeamsService(tenantOptions());
  const settings = {
    ToChannelFromBotLoginUrl: 'https://login.invalid/tenant',
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
    OAuthUrl: service.baseUrl,
    ToBotFromChannelOpenIdMetadataUrl: service.botOpenIdMetadata,
    ToBotFromEmulatorOpenIdMetadataUrl: service.tabOpenIdMetadata,
    CallerId: 'urn:botframework:azure',
    ValidateAuthority: true,
  };
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(settings, new LocalCredentials()));
  const server = createServer((request, response) => void handle(adapter, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  service.setBotEndpoint(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/api/messages`);
  stop = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
});

afterEach(async () => {
  jest.restoreAllMocks();
  await stop();
  await service.close();
});

async function handle(adapter: CloudAdapter, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  const web = Object.assign(request, {
    body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>,
  });
  const answer = {
    socket: response.socket,
    status: (code: number) => {
      response.writeHead(code, { 'content-type': 'application/json' });
      return answer;
    },
    header: () => undefined,
    send: (body: unknown) => response.write(typeof body === 'string' ? body : JSON.stringify(body)),
    end: () => response.end(),
  };
  await adapter.process(web, answer as never, turn);
}

test('botbuilder’s own adapter trusts it, asks for a member, answers and replaces a card', async () => {
  expect(await service.say(ZOE, 'salut')).toMatchObject({ status: 200 });
  expect(service.conversation(ZOE).map(({ text }) => text)).toEqual(['salut', 'Zoé: salut', undefined]);
  const cardId = service.conversation(ZOE)[2]?.id ?? '';
  expect(await service.press(ZOE, cardId, 'accept')).toMatchObject({ outcome: 'card' });
  expect(service.conversation(ZOE)[2]?.cards).toMatchObject([{ body: [{ text: 'did accept' }] }]);
});

test.each([
  ['an audience that is not the bot', { claims: { aud: 'other' } }],
  ['another issuer', { claims: { iss: 'https://evil.example' } }],
  ['a stranger’s key', { signedBy: 'stranger' as const }],
  ['a token long expired', { expiresInSeconds: -3600 }],
  ['a service URL that is not the claimed one', { claims: { serviceurl: 'https://evil.example/' } }],
])('botbuilder refuses %s', async (_what, overrides) => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const good = await service.say(ZOE, 'one');
  const token = await service.signBotToken(overrides);
  const endpoint = service.exchanges()[0];
  expect(endpoint?.status).toBe(200);
  const response = await fetch(service.botEndpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(good.activity),
  });
  // The SDK itself answers 500 to some of these; the product's guard must answer 401 before it.
  expect([401, 500]).toContain(response.status);
  expect(service.journal()).toHaveLength(2);
});
