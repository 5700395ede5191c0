import { createSecretKey, generateKeyPairSync } from 'node:crypto';
import { call, issuer, people, tabClient, tokenFor } from '../helpers/api-server';
import { nothing, useApiStage } from '../helpers/api-stage';
import { seedSample } from '../helpers/sample-programme';

const stage = useApiStage({ seed: nothing });

const me = (token?: string) => call(stage.api, 'GET', '/me', token === undefined ? {} : { token });

describe('F26: the token of the tab', () => {
  it('is accepted when Entra signed it for us, for a person, through the tab', async () => {
    const answer = await me(await tokenFor(stage.issuer, people.mentor));
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      directoryId: people.mentor,
      name: 'Test',
      administratorOfAll: false,
      programmes: [],
    });
  });

  it('is asked for', async () => {
    const answer = await me();
    expect([answer.status, answer.body.code]).toEqual([401, 'not-signed-in']);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it.each([
    ['no exp', { exp: undefined }, 401],
    ['no iat', { iat: undefined }, 401],
    ['no tid', { tid: undefined }, 401],
    ['no oid', { oid: undefined }, 401],
    ['expired by more than a minute of skew', { exp: Date.parse('2026-11-23T08:58:59.000Z') / 1000 }, 401],
    ['not valid yet', { nbf: Date.parse('2026-11-23T09:10:00.000Z') / 1000 }, 401],
    ['issued in the future', { iat: Date.parse('2026-11-23T09:10:00.000Z') / 1000, nbf: undefined }, 401],
    ['for another audience', { aud: 'someone-else' }, 401],
    ['without audience', { aud: undefined }, 401],
    ['of another tenant’s issuer', { iss: 'https://login.microsoftonline.com/other/v2.0' }, 401],
    ['of version 1, by issuer', { iss: 'https://sts.windows.net/11111111-1111-4111-8111-111111111111/' }, 401],
    ['for us and somebody else', { aud: ['22222222-2222-4222-8222-222222222222', 'evil'] }, 403],
    ['of version 1, by claim', { ver: '1.0' }, 403],
    ['without version', { ver: undefined }, 403],
    ['with our issuer and another tenant', { tid: '99999999-1111-4111-8111-111111111111' }, 403],
    ['without scope (an ID token)', { scp: undefined }, 403],
    ['with another scope', { scp: 'access_as_user_too profile' }, 403],
    ['app-only with an HR role', { scp: undefined, idtyp: 'app', roles: ['Programme.Admin'] }, 403],
    ['app-only that claims a scope', { idtyp: 'app' }, 403],
    ['from an unknown client', { azp: 'evil-client' }, 403],
    ['without a client', { azp: undefined }, 403],
    ['with an oid that is none', { oid: '../tenant' }, 403],
    ['with roles that are no list', { roles: 'Programme.Admin' as never }, 403],
  ])('is refused when it is %s', async (_name, claims, status) => {
    const answer = await me(await tokenFor(stage.issuer, people.mentor, claims));
    expect(answer.status).toBe(status);
    expect(Object.keys(answer.body).sort()).toEqual(['code', 'correlationId', 'message']);
  });

  it('is refused when signed by another key, with an unknown key id, or with the public key as a secret', async () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const asSecret = createSecretKey(Buffer.from(stage.issuer.publicKey.export({ type: 'spki', format: 'pem' })));
    const none = `${Buffer.from('{"alg":"none","kid":"k1"}').toString('base64url')}.${Buffer.from(JSON.stringify({ iss: issuer, azp: tabClient })).toString('base64url')}.`;
    const tokens = [
      await tokenFor(stage.issuer, people.mentor, {}, { key: other.privateKey }),
      await tokenFor(stage.issuer, people.mentor, {}, { kid: 'k2' }),
      await tokenFor(stage.issuer, people.mentor, {}, { alg: 'HS256', key: asSecret }),
      await tokenFor(stage.issuer, people.mentor, {}, { alg: 'PS256' }),
      none,
      'a.b.c',
      'x'.repeat(10_000),
    ];
    for (const token of tokens) expect((await me(token)).status).toBe(401);
  });

  it('makes no fetch of keys for each unknown key id', async () => {
    await me(await tokenFor(stage.issuer, people.mentor));
    const before = stage.issuer.fetches;
    for (let n = 0; n < 20; n++) await me(await tokenFor(stage.issuer, people.mentor, {}, { kid: `k-${String(n)}` }));
    expect(stage.issuer.fetches - before).toBeLessThanOrEqual(1);
  });

  it('is checked with the last good keys while the issuer is down, for a day', async () => {
    expect((await me(await tokenFor(stage.issuer, people.mentor))).status).toBe(200);
    stage.issuer.down = true;
    try {
      stage.api.realClock.at = '2026-11-24T08:00:00.000Z';
      expect(
        (await me(await tokenFor(stage.issuer, people.mentor, {}, { issuedAt: stage.api.realClock.at }))).status,
      ).toBe(200);
      stage.api.realClock.at = '2026-11-24T10:00:00.000Z';
      const answer = await me(await tokenFor(stage.issuer, people.mentor, {}, { issuedAt: stage.api.realClock.at }));
      expect([answer.status, answer.body.code]).toEqual([503, 'sign-in-unavailable']);
    } finally {
      stage.issuer.down = false;
    }
  });

  it('never appears in the log', async () => {
    const token = await tokenFor(stage.issuer, people.mentor, { azp: 'evil-client' });
    await me(token);
    expect(stage.api.log.lines.join('\n')).not.toContain(token.slice(0, 40));
  });
});

describe('F27: a tenant-wide role in an old token', () => {
  const plan = { id: 'neuf', name: { fr: 'Neuf', en: 'New' }, startsOn: '2027-01-11' };
  const create = async (issuedAt: string) => {
    const token = await tokenFor(stage.issuer, people.operator, { roles: ['Programme.Admin'] }, { issuedAt });
    return call(stage.api, 'PUT', '/programmes/neuf/plan', { token, body: plan, headers: { 'if-none-match': '*' } });
  };

  it('does not allow a sensitive write, and says what to do', async () => {
    const answer = await create('2026-11-23T07:59:00.000Z');
    expect([answer.status, answer.body.code]).toEqual([401, 'token-too-old']);
  });

  it('allows it while the token is young', async () => {
    expect((await create('2026-11-23T08:30:00.000Z')).status).toBe(201);
  });

  it.each(['people', 'board', 'board.csv', 'messages', 'drafts', 'plan', ''])(
    'does not read a programme’s %j either',
    async (path) => {
      await seedSample(stage.ports);
      const token = await tokenFor(
        stage.issuer,
        people.operator,
        { roles: ['Programme.Admin'] },
        { issuedAt: '2026-11-23T07:59:00.000Z' },
      );
      const answer = await call(stage.api, 'GET', `/programmes/passages/${path}`.replace(/\/$/u, ''), { token });
      expect([answer.status, answer.body.code]).toEqual([401, 'token-too-old']);
    },
  );

  it('does not matter to somebody who administers the programme by its own plan', async () => {
    await seedSample(stage.ports);
    const old = { issuedAt: '2026-11-23T07:59:00.000Z' };
    const post = async (id: string, claims = {}) =>
      (
        await call(stage.api, 'POST', '/programmes/passages/open', {
          token: await tokenFor(stage.issuer, id, claims, old),
        })
      ).body.code;
    expect(await post(people.hr)).toBe('already-open');
    expect(await post(people.hr, { roles: ['Programme.Admin'] })).toBe('already-open');
    expect(await post(people.operator, { roles: ['Programme.Admin'] })).toBe('token-too-old');
    expect(await post(people.stranger)).toBe('not-found');
  });
});
