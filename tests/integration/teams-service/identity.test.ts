import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { startTeamsService } from '../../../bot/local/teams-service/start-teams-service';
import type { TeamsService } from '../../../bot/local/teams-service/teams-service';
import { HENRI, NADIA, TAB, tenantOptions, TENANT, ZOE } from './tenant';

describe('tokens of the tab', () => {
  let service: TeamsService;
  beforeEach(async () => {
    service = await startTeamsService(tenantOptions());
  });
  afterEach(() => service.close());

  const verify = (token: string) =>
    jwtVerify(token, createRemoteJWKSet(new URL(service.tabKeys)), {
      issuer: service.tabIssuer,
      audience: TAB,
      requiredClaims: ['exp', 'tid', 'oid', 'scp'],
    });

  test('name the person and their roles, in the shape of version 2.0', async () => {
    const { payload } = await verify(await service.tabToken(HENRI));
    expect(payload).toMatchObject({
      iss: service.tabIssuer,
      tid: TENANT,
      oid: HENRI,
      scp: 'access_as_user',
      ver: '2.0',
      azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
      roles: ['Programme.Admin'],
    });
    expect(decodeJwt(await service.tabToken(ZOE)).roles).toBeUndefined();
  });

  test('can be spoilt in every way a test needs', async () => {
    await expect(verify(await service.tabToken(ZOE, { expiresInSeconds: -600 }))).rejects.toMatchObject({
      code: 'ERR_JWT_EXPIRED',
    });
    await expect(verify(await service.tabToken(ZOE, { expiresInSeconds: null }))).rejects.toMatchObject({
      claim: 'exp',
    });
    await expect(verify(await service.tabToken(ZOE, { claims: { scp: undefined } }))).rejects.toMatchObject({
      claim: 'scp',
    });
    await expect(verify(await service.tabToken(ZOE, { signedBy: 'stranger' }))).rejects.toMatchObject({
      code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    });
    await expect(verify(await service.tabToken(ZOE, { claims: { aud: 'other' } }))).rejects.toMatchObject({
      claim: 'aud',
    });
  });

  test('are published as open-id metadata says', async () => {
    const metadata = (await (await fetch(service.tabOpenIdMetadata)).json()) as Record<string, unknown>;
    expect(metadata).toMatchObject({ issuer: service.tabIssuer, jwks_uri: service.tabKeys });
    const botMetadata = (await (await fetch(service.botOpenIdMetadata)).json()) as { jwks_uri: string };
    const keys = (await (await fetch(botMetadata.jwks_uri)).json()) as { keys: Record<string, unknown>[] };
    expect(keys.keys).toMatchObject([{ endorsements: ['msteams'], alg: 'RS256' }]);
    expect(keys.keys[0]?.d).toBeUndefined();
  });

  test('are not for other sites: a foreign origin or host name is refused', async () => {
    const ask = (headers: Record<string, string>) =>
      fetch(`${service.baseUrl}/control/tab-token`, {
        method: 'POST',
        body: JSON.stringify({ directoryId: ZOE }),
        headers,
      });
    expect((await ask({})).status).toBe(200);
    expect((await ask({ origin: service.baseUrl })).status).toBe(200);
    expect((await ask({ origin: 'https://evil.example' })).status).toBe(403);
  });
});

describe('starting', () => {
  afterEach(() => {
    delete process.env.PASSERELLE_MODE;
  });

  test('is refused in production', async () => {
    process.env.PASSERELLE_MODE = 'production';
    await expect(startTeamsService(tenantOptions())).rejects.toMatchObject({ code: 'teams-service-in-production' });
  });

  test('on a taken port says which', async () => {
    const first = await startTeamsService(tenantOptions());
    await expect(startTeamsService(tenantOptions({ port: first.port }))).rejects.toMatchObject({
      code: 'port-taken',
      details: { port: first.port },
    });
    await first.close();
  });

  test('a second time goes on with the conversations, installations and ids of the first', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'teams-'));
    const options = tenantOptions({ stateFile: join(folder, 'teams.json') });
    const first = await startTeamsService(options);
    await first.installApp(NADIA);
    await first.say(ZOE, 'Bonjour');
    const before = first.conversation(ZOE);
    await first.close();
    const second = await startTeamsService(options);
    expect(second.conversation(ZOE)).toEqual(before);
    await second.say(NADIA, 'Présente');
    expect(second.conversation(NADIA)[0]?.id).not.toBe(before[0]?.id);
    await second.close();
    rmSync(folder, { recursive: true });
  });
});

test('the page hears of new messages and follows the server’s clock', async () => {
  const { createServer } = await import('node:http');
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response.end(JSON.stringify({ now: '2027-03-01T08:00:00.000Z', pressed: 3 }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const { clock: _realTime, ...options } = tenantOptions({ clockUrl: `http://127.0.0.1:${String(port)}/local/clock` });
  const service = await startTeamsService(options);
  const events = await fetch(`${service.baseUrl}/control/events`);
  const begun = Date.now();
  await fetch(`${service.baseUrl}/control/clock/advance`, { method: 'POST', body: JSON.stringify({ to: 'month' }) });
  await service.say(ZOE, 'x');
  const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader();
  let seen = '';
  while (!seen.includes('"type":"message"')) seen += (await reader.read()).value ?? '';
  const told = Date.parse(/"type":"clock","now":"([^"]+)"/.exec(seen)?.[1] ?? '');
  // The clock runs on from the server's moment: by what has passed since, and no more.
  expect(told).toBeGreaterThanOrEqual(Date.parse('2027-03-01T08:00:00.000Z'));
  expect(told).toBeLessThanOrEqual(Date.parse('2027-03-01T08:00:00.000Z') + Date.now() - begun);
  expect(service.conversation(ZOE)[0]?.at.slice(0, 10)).toBe('2027-03-01');
  const others = await fetch(`${service.baseUrl}/control/others-answer`, { method: 'POST' });
  expect(await others.json()).toMatchObject({ pressed: 3 });
  expect(asked).toEqual(expect.arrayContaining(['POST /local/clock/advance', 'POST /local/populate']));
  await reader.cancel();
  await service.close();
  await new Promise((resolve) => server.close(resolve));
});
