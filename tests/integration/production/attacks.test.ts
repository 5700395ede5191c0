import { gzipSync } from 'node:zlib';
import type { TokenOverrides } from '../../../bot/local/teams-service/signing-key';
import type { Exchange } from '../../../bot/local/teams-service/bot-link';
import { httpLimits } from '../../../bot/http-limits';
import { cardVersion } from '../../../src/member/press-fields';
import { aPlan } from '../../helpers/factories/programme';
import { askOver, dripHeaders, openSockets } from './bad-connections';
import {
  clientId,
  metricsToken,
  people,
  startProduction,
  teamId,
  tenantId,
  type Production,
} from './production-server';

/** What a card would render as a date, a mention, a link and bold text. */
const hostile = '{{DATE(2026-11-23T09:00:00Z,SHORT)}} <at>everyone</at> **[win](https://evil.example)** :smile:';
const root = '/programmes/passages';

let server: Production;
let dripped: Promise<string>;

beforeAll(async () => {
  server = await startProduction();
  dripped = dripHeaders(server.port);
  const plan = aPlan({
    name: { fr: hostile, en: hostile },
    sponsor: { name: hostile, email: 'sponsor@contoso.example' },
    administrators: [{ name: 'hr', email: 'hr@contoso.example' }],
    channel: { team: 'Mentoring', channel: 'General' },
  });
  await server.teams.addBotToTeam(teamId);
  const saved = await api('PUT', `${root}/plan`, { body: plan, headers: { 'if-none-match': '*' } });
  expect(saved.status).toBe(201);
}, 120_000);
afterAll(() => server.close());

async function api(
  method: string,
  path: string,
  about: {
    readonly as?: string;
    readonly token?: TokenOverrides;
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): Promise<{ readonly status: number; readonly text: string }> {
  const { as = people.hr, token, body, headers } = about;
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await server.tabToken(as, token)}`,
      'x-forwarded-for': '192.0.2.1:4711',
      'content-type': 'application/json',
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}

/** An activity of a person, with the token and the fields an attacker would like. */
async function post(about: {
  readonly token?: TokenOverrides;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}): Promise<number> {
  const conversation = {
    id: server.teams.conversationId(people.mentor),
    tenantId,
    conversationType: 'personal',
  };
  const activity = {
    type: 'message',
    id: '1',
    channelId: 'msteams',
    serviceUrl: server.teams.serviceUrl,
    from: { id: '29:mentor', aadObjectId: people.mentor },
    recipient: { id: `28:${clientId}` },
    conversation,
    text: 'hello',
    ...about.fields,
  };
  const response = await fetch(`${server.url}/api/messages`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await server.teams.signBotToken(about.token)}`,
      'content-type': 'application/json',
      'x-forwarded-for': '192.0.2.7',
      ...about.headers,
    },
    body: about.body ?? JSON.stringify(activity),
  });
  expect(await response.text()).toMatch(/^$|^\{"error":"(refused|failed)"\}$/u);
  return response.status;
}

/** Presses as a client of Teams does, whoever's card it is. */
function press(as: string, verb: string, data: object, trigger = 'manual'): Promise<Exchange> {
  const fields = { v: cardVersion, programmeId: 'passages', ...data };
  return server.teams.sendRaw(as, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb, data: fields }, trigger },
  });
}

async function pledged(): Promise<boolean> {
  const { text } = await api('GET', root);
  return (JSON.parse(text) as { readonly pledge?: unknown }).pledge !== undefined;
}

async function readiness(): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(`${server.url}/readyz`);
  return { status: response.status, text: await response.text() };
}

const otherTenant = '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d';

describe('With the settings of the Bicep templates, somebody from outside', () => {
  it('finds a server that is ready and serves HR, so that what is refused below is refused for itself', async () => {
    expect(await readiness()).toEqual({ status: 200, text: '{"status":"ready"}' });
    expect((await api('GET', '/me')).status).toBe(200);
    expect(await post({})).toBe(200);
    expect(await pledged()).toBe(false);
  });

  it.each<[string, TokenOverrides, number]>([
    ['of another application of the tenant', { claims: { azp: '0f8fad5b-d9cb-469f-a165-70867728950e' } }, 403],
    ['without a client application', { claims: { azp: undefined } }, 403],
    ['of another tenant', { claims: { tid: otherTenant } }, 403],
    [
      'of another tenant’s issuer',
      { claims: { iss: `https://login.microsoftonline.com/${otherTenant}/v2.0`, tid: otherTenant } },
      401,
    ],
    ['for another audience', { claims: { aud: 'api://evil' } }, 401],
    ['of an application that claims HR’s role', { claims: { idtyp: 'app', roles: ['Programme.Admin'] } }, 403],
    ['without an end', { expiresInSeconds: null }, 401],
    ['that ended two minutes ago', { expiresInSeconds: -120 }, 401],
    ['signed by a stranger', { signedBy: 'stranger' }, 401],
  ])('reads nothing with a tab token %s', async (_what, token, status) => {
    expect((await api('GET', root, { token })).status).toBe(status);
  });

  it.each<[string, TokenOverrides, number]>([
    ['for another bot', { claims: { aud: otherTenant } }, 401],
    [
      'of Entra, as the emulator’s',
      { claims: { iss: `https://sts.windows.net/${tenantId}/`, appid: clientId, azp: clientId } },
      401,
    ],
    ['without an end', { expiresInSeconds: null }, 401],
    ['that ended two minutes ago', { expiresInSeconds: -120 }, 401],
    ['signed by a stranger', { signedBy: 'stranger' }, 401],
    ['without a service address', { claims: { serviceurl: undefined } }, 401],
  ])('is not heard with a bot token %s', async (_what, token, status) => {
    expect(await post({ token })).toBe(status);
  });

  it('is heard with a token that ended within the minute by which two clocks may differ', async () => {
    expect(await post({ token: { expiresInSeconds: -20 } })).toBe(200);
    expect((await api('GET', '/me', { token: { expiresInSeconds: -20 } })).status).toBe(200);
  });

  it('gets no answer sent to a host of theirs, and no token: not even its name is looked up', async () => {
    const hosts = [
      'https://evil.example/teams/',
      'https://smba.trafficmanager.net.evil.example/teams/',
      'https://smba.trafficmanager.net@evil.example/teams/',
      'https://evil.example#smba.trafficmanager.net/',
      'http://smba.trafficmanager.net/teams/',
      'https://evil.trafficmanager.net/teams/',
      'http://127.0.0.1:10002/',
      '',
    ];
    for (const serviceUrl of hosts)
      expect([
        serviceUrl,
        await post({ token: { claims: { serviceurl: serviceUrl } }, fields: { serviceUrl } }),
      ]).toEqual([serviceUrl, 401]);
    expect(await post({ fields: { conversation: { id: 'a', tenantId: otherTenant } } })).toBe(403);
    expect(server.output()).not.toContain('unknown-name');
  });

  it('is turned away with what is too large, packed, or nested without end, and the server goes on', async () => {
    const filled = JSON.stringify({ type: 'message', text: 'x'.repeat(2_000_000) });
    expect(await post({ body: filled })).toBe(413);
    const packed = new Uint8Array(gzipSync(Buffer.alloc(60_000_000)));
    expect([413, 415]).toContain(await post({ body: packed, headers: { 'content-encoding': 'gzip' } }));
    expect(await post({ body: '[1'.repeat(100_000) })).toBe(400);
    for (const body of ['{}', '[]', '"text"', 'null', '\u0000']) expect(await post({ body })).toBe(400);
    const file = { fileName: 'people.csv', contentBase64: 'A'.repeat(20_000_000) };
    expect((await api('POST', `${root}/people/check`, { body: file })).status).toBe(413);
    expect((await readiness()).status).toBe(200);
  });

  it('cannot make the store work by asking whether the server is ready', async () => {
    const before = server.microsoft.storageRequests();
    for (let round = 0; round < 10; round++) await Promise.all(Array.from({ length: 10 }, readiness));
    // One look at six tables and a queue, and what the server does by itself meanwhile; each look of its own would be 700.
    expect(server.microsoft.storageRequests() - before).toBeLessThan(100);
  });

  it('reads no metrics without the deployer’s token, from this machine neither', async () => {
    const metrics = async (headers: Record<string, string>) =>
      (await fetch(`${server.url}/metrics`, { headers })).status;
    expect(await metrics({})).toBe(404);
    expect(await metrics({ authorization: 'Bearer x' })).toBe(404);
    expect(await metrics({ 'x-forwarded-for': '127.0.0.1' })).toBe(404);
    expect(await metrics({ authorization: `Bearer ${metricsToken}` })).toBe(200);
  });

  it('finds nothing of local mode: no clock to move, no other people’s answers', async () => {
    for (const path of ['clock', 'clock/advance', 'settle', 'others-answer'])
      for (const method of ['GET', 'POST'])
        expect((await fetch(`${server.url}/local/${path}`, { method })).status).toBe(404);
  });

  it('may frame the tab from Microsoft’s own hosts alone', async () => {
    const { headers } = await fetch(`${server.url}/tab/`);
    const ancestors = /frame-ancestors ([^;]*)/u.exec(headers.get('content-security-policy') ?? '')?.[1] ?? '';
    expect(ancestors).toContain('https://teams.microsoft.com');
    expect(
      ancestors
        .split(' ')
        .filter(
          (origin) =>
            !/^https:\/\/[\w.*-]+\.(cloud\.microsoft|microsoft\.com|microsoft365\.com|office\.com|office365\.com)$/u.test(
              origin.replace('*.', 'x.'),
            ),
        ),
    ).toEqual([]);
  });

  it('who floods it with forged tokens is told to slow down, and delays neither HR nor a person who writes', async () => {
    const forged: TokenOverrides = { signedBy: 'stranger' };
    const seen = new Set<number>();
    let served = false;
    const flood = Array.from({ length: 20 }, async (_none, index) => {
      while (!served || !seen.has(429)) {
        const from = { 'x-forwarded-for': '192.0.2.7' };
        seen.add(
          index % 2 === 0
            ? await post({ token: forged })
            : (await api('GET', '/me', { token: forged, headers: from })).status,
        );
      }
    });
    expect((await api('GET', root)).status).toBe(200);
    expect((await server.teams.say(people.mentee, 'hello')).status).toBe(200);
    served = true;
    await Promise.all(flood);
    expect([...seen].sort()).toEqual([401, 429]);
    // Nobody is kept out for sharing the address of whoever does it.
    expect(await post({})).toBe(200);
  });
});

describe('With the settings of the Bicep templates, somebody of the company', () => {
  it('cannot give the promise on the sponsor’s card, and the try is counted', async () => {
    await press(people.mentor, 'pledge/give', { words: 'Mine.' });
    expect(
      (
        await api('POST', '/actions', {
          as: people.mentor,
          body: { verb: 'pledge/give', programmeId: 'passages', words: 'Mine.' },
        })
      ).text,
    ).not.toContain('Mine.');
    expect(await pledged()).toBe(false);
    const counted = await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } });
    expect(await counted.text()).toMatch(/presses_refused_total\{[^}]*pledge\/give[^}]*\} 2/u);
  });

  it('reads of a programme not theirs what they would of one that does not exist', async () => {
    for (const path of ['', '/people', '/plan', '/board', '/messages', '/jobs', '/me', '/sponsor']) {
      const [there, nowhere] = [
        await api('GET', `${root}${path}`, { as: people.mentor }),
        await api('GET', `/programmes/nowhere${path}`, { as: people.mentor }),
      ];
      expect([path, there.status]).toEqual([path, 404]);
      expect(withoutIds(there.text)).toBe(withoutIds(nowhere.text));
    }
  });

  it('promises nothing by a refresh that they did not press', async () => {
    await press(people.sponsor, 'pledge/give', { words: 'By itself.' }, 'automatic');
    expect(await pledged()).toBe(false);
  });

  it('reads as typed what a card would make a date, a mention, a link or bold text of', async () => {
    const { body } = await press(people.sponsor, 'pledge/give', { words: hostile });
    expect(await pledged()).toBe(true);
    const card = JSON.stringify(body);
    expect(card).toContain('everyone');
    expect(card).not.toMatch(/\{\{DATE|<at>|\]\(https:\/\/|[^\\]\*\*/u);
  });
});

describe('A server in production', () => {
  it('cuts off who sends headers drop by drop, within the time it says', async () => {
    expect(await dripped).toMatch(/^(HTTP\/1\.1 408 |$)/u);
  });

  it('holds so many connections and no more, and serves those who are there', async () => {
    const { sockets, refused } = await openSockets(server.port, httpLimits.connections + 50, 50);
    try {
      await refused;
      expect(await askOver(sockets[0])).toMatch(/^HTTP\/1\.1 200 /u);
    } finally {
      for (const socket of sockets) socket.destroy();
    }
  });

  it('whose clock is a day behind the store’s says so, saves nothing, and goes on once it is right', async () => {
    server.microsoft.storageAhead = 86_400_000;
    await server.teams.say(people.mentee, 'hello');
    expect(await readiness()).toEqual({ status: 503, text: expect.stringContaining('clock-wrong') });
    const saved = await api('PUT', `${root}/plan`, { body: aPlan(), headers: { 'if-match': '*' } });
    expect(saved.status).toBeGreaterThanOrEqual(400);
    server.microsoft.storageAhead = 0;
    await server.teams.say(people.mentee, 'hello');
    expect((await readiness()).status).toBe(200);
    expect(server.output()).toContain('"event":"clock-wrong"');
  });

  it('does not start with nonsense, names each variable of it, and tells no secret', () => {
    const nonsense = {
      TAB_CLIENTS: 'anybody',
      TAB_FRAME_ANCESTORS: 'https://*.com',
      TAB_JWKS: 'https://evil.example/keys',
      BOT_SERVICE_HOSTS: '.com',
      BOT_OPENID_METADATA: 'https://evil.example/metadata',
      BOT_APP_TYPE: 'MultiTenant',
      CLAIM_SECONDS: '5',
      METRICS_TOKEN: 'short',
      PUBLIC_URL: 'http://contoso.example',
      LOCAL_CLOCK_FILE: 'clock.json',
    };
    const { status, complaints } = server.startWith(nonsense);
    expect(status).toBe(1);
    expect(Object.keys(nonsense).filter((variable) => !complaints.includes(`  ${variable} `))).toEqual([]);
    expect(complaints).not.toContain(server.settings['CALENDAR_KEY']);
  });

  it('has written nothing of what people typed, of addresses, or of tokens', () => {
    expect(server.output()).not.toMatch(/everyone|contoso\.example|eyJ[\w-]{10}|192\.0\.2/u);
  });
});

function withoutIds(text: string): string {
  return text.replace(/"correlationId":"[^"]*"/gu, '');
}
