import { createHmac, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { SignJWT } from 'jose';
import { consoleToLog } from '../../../bot/console-to-log';
import { createLog } from '../../../bot/log';
import { startTeamsService } from '../../../bot/local/teams-service/start-teams-service';
import type { TeamsService } from '../../../bot/local/teams-service/teams-service';
import type { TokenOverrides } from '../../../bot/local/teams-service/signing-key';
import { plusMilliseconds } from '../../../src/kernel/clock';
import { startEdge, type EdgeFixture } from '../../helpers/edge-fixture';
import { BOT, TENANT, tenantOptions, ZOE } from '../../integration/teams-service/tenant';

let service: TeamsService;
let fixture: EdgeFixture;

let asked: number;

beforeAll(async () => {
  service = await startTeamsService(tenantOptions());
});

beforeEach(async () => {
  // The SDK writes to the console what it thinks of a bad signature.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  fixture = await startEdge(service);
  asked = service.requests().length;
});

afterEach(async () => {
  await fixture.close();
  jest.restoreAllMocks();
});

afterAll(() => service.close());

/** Publishes the service's metadata and keys from an address that can go down. */
async function startKeyServer({ baseUrl }: TeamsService): Promise<{ url: string; up: boolean; close(): void }> {
  const keys = await (await fetch(`${baseUrl}/botframework/keys`)).text();
  const state = { up: true, url: '' };
  const server = createServer((request, response) => {
    response.statusCode = state.up ? 200 : 503;
    response.end(request.url === '/keys' ? keys : JSON.stringify({ jwks_uri: `${state.url}keys` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  return Object.assign(state, {
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
}

const activity = (fields: Record<string, unknown> = {}): Record<string, unknown> => ({
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl: service.serviceUrl,
  from: { id: '29:zoe', name: 'Zoé', aadObjectId: ZOE },
  recipient: { id: `28:${BOT}` },
  conversation: { id: service.conversationId(ZOE), tenantId: TENANT, conversationType: 'personal' },
  text: 'bonjour',
  ...fields,
});

async function post(
  body: unknown,
  token?: string | null,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  const authorization: Record<string, string> =
    token === null ? {} : { authorization: `Bearer ${token ?? (await service.signBotToken())}` };
  const raw = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const response = await fetch(service.botEndpoint, {
    method: 'POST',
    body: typeof raw === 'string' ? raw : new Uint8Array(raw),
    headers: { 'content-type': 'application/json', ...authorization, ...headers },
  });
  return { status: response.status, text: await response.text() };
}

const untouched = () => {
  for (const useCase of Object.values(fixture.useCases)) expect(useCase).not.toHaveBeenCalled();
  expect(service.requests().slice(asked)).toEqual([]);
};

it('lets in what Teams signed', async () => {
  expect((await post(activity())).status).toBe(200);
  expect(fixture.useCases.homeView).toHaveBeenCalledTimes(1);
});

it('F01: no Authorization header is refused with a generic body and without the store', async () => {
  expect(await post(activity(), null)).toEqual({ status: 401, text: '{"error":"refused"}' });
  expect(fixture.refused).toEqual(['unauthorized']);
  untouched();
});

describe('F03: tokens that prove nothing', () => {
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const claims = () => ({ serviceurl: service.serviceUrl });
  const signed = (header: { alg: string; kid?: string }, audience = BOT, issuer = 'https://api.botframework.com') =>
    new SignJWT(claims())
      .setProtectedHeader(header)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(stranger);
  const unsigned = (header: object, sign: (text: string) => string) => {
    const text = [header, { ...claims(), iss: 'https://api.botframework.com', aud: BOT, exp: 9_999_999_999 }]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    return `${text}.${sign(text)}`;
  };

  it.each([
    ['another audience', () => service.signBotToken({ claims: { aud: 'other' } })],
    ['another issuer', () => service.signBotToken({ claims: { iss: 'https://evil.example' } })],
    ['an unknown key', () => signed({ alg: 'RS256', kid: 'unknown' })],
    ['a stranger’s key under the right name', () => signed({ alg: 'RS256', kid: 'local-bot-framework' })],
    ['no key name', () => signed({ alg: 'RS256' })],
    ['alg none', async () => unsigned({ alg: 'none', kid: 'local-bot-framework' }, () => '')],
    [
      'HS256 with the public key',
      async () =>
        unsigned({ alg: 'HS256', kid: 'local-bot-framework' }, (text) =>
          createHmac('sha256', createPublicKey(stranger).export({ type: 'spki', format: 'pem' }))
            .update(text)
            .digest('base64url'),
        ),
    ],
    ['rubbish', async () => 'abc.def.ghi'],
    ['an empty token', async () => ''],
  ])('%s', async (_name, token) => {
    expect((await post(activity(), await token())).status).toBe(401);
    expect(fixture.refused).toHaveLength(1);
    untouched();
  });

  it.each<[string, TokenOverrides]>([
    ['without an end', { claims: { exp: undefined } }],
    ['that ended longer ago than the skew of a minute', { expiresInSeconds: -90 }],
    ['that begins later than that', { claims: { nbf: Math.floor(Date.now() / 1000) + 90 } }],
  ])('one %s', async (_name, overrides) => {
    expect((await post(activity(), await service.signBotToken(overrides))).status).toBe(401);
    untouched();
  });

  it('an end within the skew is none', async () => {
    expect((await post(activity(), await service.signBotToken({ expiresInSeconds: -30 }))).status).toBe(200);
  });
});

it.each(['own', 'other'])('F05: an Entra token whose audience is the bot, of %s tenant, is refused', async (whose) => {
  const tid = whose === 'own' ? TENANT : '99999999-9999-4999-8999-999999999999';
  const token = await service.signTabToken({
    claims: {
      aud: BOT,
      azp: BOT,
      tid,
      iss: `https://login.microsoftonline.com/${tid}/v2.0`,
      serviceurl: service.serviceUrl,
    },
  });
  expect((await post(activity(), token)).status).toBe(401);
  untouched();
});

it.each([
  'https://evil.example/',
  '',
  'http://smba.trafficmanager.net/emea/',
  'https://smba.trafficmanager.net@evil.example/',
  'https://smba.trafficmanager.net.evil.example/',
  'https://smba.trafficmanager.net:8443/',
  null,
])('F07: service URL %s is refused, and nobody asks that host or for a token', async (serviceUrl) => {
  expect((await post(activity({ serviceUrl }))).status).toBeGreaterThanOrEqual(400);
  const claimed = await service.signBotToken({ claims: { serviceurl: serviceUrl } });
  expect((await post(activity({ serviceUrl }), claimed)).status).toBeGreaterThanOrEqual(400);
  untouched();
});

it.each([undefined, '', 'webchat', 'AseChannel', 'emulator'])('F08: channel %s is refused', async (channelId) => {
  expect((await post(activity({ channelId }))).status).toBe(400);
  untouched();
});

it.each([{ tenantId: '99999999-9999-4999-8999-999999999999' }, {}])(
  'F09: a tenant that is not ours is refused without a word',
  async (tenant) => {
    expect((await post(activity({ conversation: { id: 'a:1', ...tenant } }))).status).toBe(403);
    expect(
      (await post(activity({ channelData: { tenant: { id: '99999999-9999-4999-8999-999999999999' } } }))).status,
    ).toBe(403);
    untouched();
  },
);

it.each([
  ['a person’s installation', { type: 'installationUpdate', action: 'add' }],
  ['a person’s removal', { type: 'installationUpdate', action: 'remove' }],
  ['a team that has the app', { type: 'conversationUpdate', membersAdded: [{ id: `28:${BOT}` }] }],
  ['a team that has it no more', { type: 'conversationUpdate', membersRemoved: [{ id: `28:${BOT}` }] }],
  [
    'a press',
    { type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: 'home/show', data: { v: 1 } } } },
  ],
  ['a dialog', { type: 'invoke', name: 'task/submit', value: { data: { verb: 'profile/save', v: 1 } } }],
])('F09: %s of another tenant, well signed, changes nothing', async (_what, fields) => {
  const foreign = '99999999-9999-4999-8999-999999999999';
  for (const whose of [
    { conversation: { id: 'a:1', tenantId: foreign, conversationType: 'personal' } },
    { conversation: { id: 'a:1' }, channelData: { tenant: { id: foreign }, team: { id: '19:t@thread.tacv2' } } },
    { channelData: { tenant: { id: foreign }, team: { id: '19:t@thread.tacv2' } } },
  ])
    expect((await post(activity({ ...fields, ...whose }))).status).toBe(403);
  untouched();
});

describe('F10: bodies that are no activities', () => {
  it.each([
    ['an empty object', '{}', 400],
    ['a list', '[]', 400],
    ['a text', '"str"', 400],
    ['null', 'null', 400],
    ['nothing', '', 400],
    ['half of one', '{"type":', 400],
    ['2 MB', JSON.stringify({ text: 'x'.repeat(2_000_000) }), 413],
    ['200,000 brackets', '['.repeat(200_000), 400],
    ['200,000 objects', '{"a":'.repeat(40_000), 400],
    ['bad UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), 400],
  ])('%s', async (_name, body, status) => {
    expect((await post(body)).status).toBe(status);
    untouched();
    expect((await post(activity())).status).toBe(200);
  });

  it('a type that is a number, and parts that are missing', async () => {
    for (const fields of [
      { type: 5 },
      { from: undefined },
      { from: {} },
      { conversation: undefined },
      { recipient: {} },
      { membersAdded: 'x' },
    ]) {
      expect((await post(activity(fields))).status).toBe(400);
    }
    untouched();
  });

  it('a compressed body, and another content type', async () => {
    expect((await post(gzipSync(JSON.stringify(activity())), undefined, { 'content-encoding': 'gzip' })).status).toBe(
      415,
    );
    expect((await post(activity(), undefined, { 'content-type': 'text/plain' })).status).toBe(415);
    untouched();
  });
});

describe('F12: the keys of the Bot Framework cannot be fetched', () => {
  let keys: { url: string; up: boolean; close(): void };
  const longLived = () => service.signBotToken({ expiresInSeconds: 3 * 86_400 });

  beforeEach(async () => {
    await fixture.close();
    keys = await startKeyServer(service);
    fixture = await startEdge(service, {
      anchors: {
        botAppId: BOT,
        tenantId: TENANT,
        openIdMetadata: keys.url,
        serviceHosts: { hosts: [], allowLoopback: true },
      },
    });
  });
  afterEach(() => keys.close());

  it('from the start: nobody gets in, until they can', async () => {
    keys.up = false;
    expect((await post(activity())).status).toBe(503);
    expect(fixture.refused).toEqual(['keys-unavailable']);
    untouched();
    keys.up = true;
    expect((await post(activity())).status).toBe(200);
  });

  it('later: the last good ones are believed for 24 hours, then nobody gets in', async () => {
    const token = await longLived();
    expect((await post(activity(), token)).status).toBe(200);
    keys.up = false;
    const real = Date.now();
    const clock = jest.spyOn(Date, 'now');
    clock.mockReturnValue(real + 23 * 3_600_000);
    expect((await post(activity(), token)).status).toBe(200);
    clock.mockReturnValue(real + 25 * 3_600_000);
    expect((await post(activity(), token)).status).toBe(503);
    clock.mockRestore();
  });

  it('during a rotation: a token under a new key waits, one under the old key goes on', async () => {
    expect((await post(activity(), await longLived())).status).toBe(200);
    keys.up = false;
    const rotated = await service.signBotToken({ header: { kid: 'next-key' } });
    expect((await post(activity(), rotated)).status).toBe(401);
    expect((await post(activity(), await longLived())).status).toBe(200);
  });
});

it('F13: without a directory id there is a polite refusal, and nothing is kept', async () => {
  await service.say(ZOE, 'bonjour');
  fixture.useCases.rememberPerson.mockClear();
  expect((await post(activity({ from: { id: '29:bot' }, locale: 'fr-FR' }))).status).toBe(200);
  expect(fixture.useCases.rememberPerson).not.toHaveBeenCalled();
  const last = service.conversation(ZOE).at(-1);
  expect(JSON.stringify(last)).toContain('Passerelle ne peut pas répondre ici');
});

it('F39: what the SDK writes to the console goes into the log without its words, and a refused token leaves its trace', async () => {
  const lines: string[] = [];
  const log = createLog({ level: 'debug', destination: { write: (line) => void lines.push(line) } });
  const restore = consoleToLog(console, log);
  const written: unknown[] = [];
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    jest.spyOn(process[stream], 'write').mockImplementation((text) => written.push(text) > 0),
  );
  try {
    const canary = { name: 'Zoé Martin', email: 'zoe@example.com' };
    const stranger = await service.signBotToken({ signedBy: 'stranger', claims: canary });
    expect((await post(activity(), stranger)).status).toBe(401);
    const library: Pick<Console, 'warn'> = console;
    library.warn('Zoé Martin', { email: 'zoe@example.com' });
  } finally {
    restore();
    for (const spy of spies) spy.mockRestore();
  }
  const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(told.length).toBeGreaterThanOrEqual(2);
  for (const line of told) expect(line).toMatchObject({ event: 'console', where: expect.stringContaining('at ') });
  expect(told[0]).toMatchObject({ kind: 'error', where: expect.stringContaining('jwtTokenExtractor') });
  expect(lines.join('')).not.toMatch(/Zo|example\.com|BEGIN|Available keys/);
  expect(written.join('')).toBe('');
  expect(fixture.refusedTokens).toEqual(['unauthorized']);
});

it('refused tokens without end are told to slow down, and never keep out a good one from the same address', async () => {
  const stranger = await service.signBotToken({ signedBy: 'stranger' });
  const typing = (token: string) => post(activity({ type: 'typing' }), token);
  const statuses: number[] = [];
  for (let n = 0; n < 125; n++) statuses.push((await typing(stranger)).status);
  expect(statuses.slice(0, 120).every((status) => status === 401)).toBe(true);
  expect(statuses.slice(120)).toEqual([429, 429, 429, 429, 429]);
  expect((await typing(await service.signBotToken())).status).toBe(200);
});

it('F14: one person’s flood is throttled; others are served', async () => {
  const token = await service.signBotToken();
  const typing = (aadObjectId: string) => post(activity({ type: 'typing', from: { id: '29:x', aadObjectId } }), token);
  const flood = await Promise.all(Array.from({ length: 60 }, () => typing(ZOE)));
  expect(flood.filter(({ status }) => status === 429)).toHaveLength(40);
  expect((await typing('00000000-0000-4000-8000-000000000022')).status).toBe(200);
  fixture.realNow = plusMilliseconds(fixture.realNow, 1_000);
  const later = await Promise.all(Array.from({ length: 15 }, () => typing(ZOE)));
  expect(later.filter(({ status }) => status === 200)).toHaveLength(10);
});
