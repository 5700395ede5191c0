import { Socket } from 'node:net';
import { overviewSchema, planAnswerSchema, sponsorPageSchema } from '../../src/hr-page/programme-api-contract';
import { call, people, startApi, tokenFor } from '../helpers/api-server';
import { hangUp } from '../helpers/hang-up';
import { aPlan } from '../helpers/factories/programme';
import { useApiStage } from '../helpers/api-stage';

const stage = useApiStage();
let operator: string;
beforeAll(async () => {
  operator = await tokenFor(stage.issuer, people.operator, { roles: ['Programme.Admin'] });
});

const put = (body: unknown, headers: Readonly<Record<string, string>>, id = 'neuf', token = operator) =>
  call(stage.api, 'PUT', `/programmes/${id}/plan`, { token, body, headers });
const create = () => put(aPlan({ id: 'neuf' }), { 'if-none-match': '*' });

describe('Saving a plan', () => {
  it('creates a programme once', async () => {
    const created = await create();
    expect(created.status).toBe(201);
    expect(created.headers.get('etag')).toBe('"1"');
    expect(planAnswerSchema.parse(created.body).version).toBe('1');
    const again = await create();
    expect([again.status, again.body.code, again.body.currentVersion]).toEqual([412, 'version-stale', '1']);
  });

  it('F34: needs the version that was read', async () => {
    await create();
    const answer = await put(aPlan({ id: 'neuf', months: 3 }), {});
    expect([answer.status, answer.body.code]).toEqual([428, 'version-missing']);
  });

  it('F33: keeps the other person’s edit when the version is stale, and says which one is stored', async () => {
    await create();
    expect((await put(aPlan({ id: 'neuf', months: 4 }), { 'if-match': '"1"' })).body.version).toBe('2');
    for (const ifMatch of ['"1"', '"3"', '*', 'W/"2"', 'x']) {
      const stale = await put(aPlan({ id: 'neuf', months: 5 }), { 'if-match': ifMatch });
      expect([ifMatch, stale.status, stale.body.currentVersion]).toEqual([ifMatch, 412, '2']);
    }
    const stored = await call(stage.api, 'GET', '/programmes/neuf/plan', { token: operator });
    expect(stored.body.plan.months).toBe(4);
  });

  it('F30: refuses fields that are not the plan’s, and keeps what was there', async () => {
    await create();
    const plan = aPlan({ id: 'neuf' });
    const bodies = [
      { ...plan, state: 'running' },
      { ...plan, pledge: { at: '2026-11-23T09:00:00.000Z', words: 'yes' } },
      { ...plan, revision: 9 },
      { ...plan, culture: { ...plan.culture, role: 'administrator' } },
      JSON.parse('{"__proto__":{"state":"running"},"id":"neuf"}') as unknown,
      { ...plan, id: 'passages' },
      { ...plan, months: 600 },
      { ...plan, timeZone: 7 },
      { ...plan, timeZone: 'Mars/Phobos' },
      { ...plan, administrators: [{ name: 'A', email: 'a@x.fr', timeZone: 'Europe/Atlantis' }] },
      {
        ...plan,
        administrators: [
          { name: 'A', email: 'a@x.fr' },
          { name: 'A', email: 'A@x.fr' },
        ],
      },
      { ...plan, startsOn: '0001-01-01' },
      { ...plan, startsOn: '9999-12-31' },
      [],
      'plan',
      null,
    ];
    for (const body of bodies) {
      const answer = await put(body, { 'if-match': '"1"' });
      expect([answer.status, answer.body.code]).toEqual([400, 'invalid-body']);
    }
    const stored = await stage.ports.programmes.get('neuf', 'programme', 'programme');
    expect(stored?.value).toMatchObject({ state: 'setup', revision: 1, plan });
  });

  it('names the fields that do not fit, never what they held', async () => {
    const answer = await put(
      { ...aPlan({ id: 'neuf' }), months: 2, sponsor: { name: 'Secret Name', email: 'no address' } },
      { 'if-none-match': '*' },
    );
    expect(answer.body.fields.map((field: { path: string }) => field.path)).toEqual(
      expect.arrayContaining(['months', 'sponsor.email']),
    );
    expect(answer.text).not.toContain('Secret');
  });

  it('says what is settled once enrolment is open, in the reader’s language', async () => {
    const stored = await stage.ports.programmes.get('passages', 'programme', 'programme');
    const plan = stored?.value.plan ?? aPlan();
    const headers = { 'if-match': '"3"', 'accept-language': 'fr' };
    const answer = await put({ ...plan, months: 3 }, headers, 'passages', stage.hr);
    expect([answer.status, answer.body.code]).toEqual([409, 'plan-frozen']);
    expect(answer.body.fields).toEqual([{ path: 'months', message: 'le nombre de mois' }]);
    const free = await put({ ...plan, delegates: [] }, headers, 'passages', stage.hr);
    expect(free.status).toBe(200);
  });

  it('is nobody’s to create but the administrator of all', async () => {
    expect((await put(aPlan({ id: 'neuf' }), { 'if-none-match': '*' }, 'neuf', stage.hr)).status).toBe(404);
  });
});

describe('What a body may be', () => {
  const raw = (body: string | Uint8Array, headers: Readonly<Record<string, string>>) =>
    fetch(`${stage.api.url}/programmes/passages/drafts`, {
      method: 'POST',
      headers: { authorization: `Bearer ${stage.hr}`, ...headers },
      body: body as never,
    });

  it.each([
    ['too long', JSON.stringify({ seed: 1, more: 'x'.repeat(200_000) }), { 'content-type': 'application/json' }, 413],
    ['compressed', 'x', { 'content-type': 'application/json', 'content-encoding': 'gzip' }, 415],
    ['another type', '<a/>', { 'content-type': 'text/xml' }, 415],
    ['not JSON', '{"seed":', { 'content-type': 'application/json' }, 400],
    ['not UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22]), { 'content-type': 'application/json' }, 400],
    ['deep', '['.repeat(90_000), { 'content-type': 'application/json' }, 400],
  ])('refuses one that is %s, and goes on serving', async (_name, body, headers, status) => {
    expect((await raw(body, headers)).status).toBe(status);
    expect((await call(stage.api, 'GET', '/me', { token: stage.hr })).status).toBe(200);
  });

  it('leaves no error in the log where whoever sends it hangs up half-way', async () => {
    const { lines } = stage.api.log;
    const before = lines.length;
    const head = `POST /api/v1/actions HTTP/1.1\r\nauthorization: Bearer ${stage.hr}`;
    await hangUp(Number(new URL(stage.api.url).port), head);
    expect((await call(stage.api, 'GET', '/me', { token: stage.hr })).status).toBe(200);
    expect(lines.slice(before).filter((line) => line.includes('request failed'))).toEqual([]);
  });

  it('stops reading a body that has no end', async () => {
    const { port, hostname } = new URL(stage.api.url);
    const socket = new Socket().connect(Number(port), hostname);
    const answer = new Promise<string>((resolve) => socket.once('data', (data) => resolve(data.toString())));
    socket.on('error', () => undefined);
    socket.write(
      `POST /api/v1/actions HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${stage.hr}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`,
    );
    const chunk = `${(65_536).toString(16)}\r\n${'x'.repeat(65_536)}\r\n`;
    for (let n = 0; n < 4; n++) socket.write(chunk);
    expect(await answer).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  });
});

describe('The overview', () => {
  it('says what is there, what is missing and who can give it', async () => {
    await put(aPlan({ id: 'neuf', sponsor: undefined, surveys: undefined, objectives: [] }), { 'if-none-match': '*' });
    const answer = await call(stage.api, 'GET', '/programmes/neuf', {
      token: operator,
      headers: { 'accept-language': 'en-GB,fr;q=0.5' },
    });
    const overview = overviewSchema.parse(answer.body);
    expect(overview.readiness).toEqual({
      ready: false,
      items: [
        {
          item: 'objective',
          done: false,
          giver: 'administrator',
          words: 'An objective is missing: what the programme wants to change.',
        },
        {
          item: 'sponsor',
          done: false,
          giver: 'administrator',
          words: 'A sponsor who backs the programme is missing.',
        },
        { item: 'channel-link', done: false, giver: 'administrator', words: expect.stringContaining('“Général”') },
        { item: 'surveys', done: false, giver: 'administrator', words: 'The survey plan is missing.' },
      ],
    });
  });

  it('tells how many were asked, and no number of answers before five were counted at night', async () => {
    const answer = await call(stage.api, 'GET', '/programmes/passages', { token: stage.hr });
    const overview = overviewSchema.parse(answer.body);
    expect(overview.readiness.ready).toBe(true);
    expect(overview.counts).toMatchObject({
      participants: { enrolled: 8 },
      proposals: { open: 1, accepted: 1, notFormed: 1 },
      pairs: { active: 1 },
    });
    expect(overview.rounds.map(({ id, atLeast }) => [id, atLeast])).toEqual([
      ['baseline', undefined],
      ['pulse-1', undefined],
    ]);
    expect(overview).toMatchObject({ phase: 'starting' });
    expect(answer.headers.get('etag')).toBe('"3"');
  });

  it('says whether its reader has the list of things to do each week, which each administrator chooses for themselves', async () => {
    const wish = async (token: string): Promise<unknown> => {
      const { body } = await call(stage.api, 'GET', '/programmes/passages', { token });
      return overviewSchema.parse(body).weeklyToDo;
    };
    const press = (verb: string) =>
      call(stage.api, 'POST', '/actions', { token: stage.hr, body: { verb, programmeId: 'passages' } });
    expect(await wish(stage.hr)).toBe(false);
    expect((await press('to-do/weekly')).body).toMatchObject({ changed: true, view: { card: 'weekly-to-do' } });
    // Who administers every programme is not in the plan, and is not written to.
    expect([await wish(stage.hr), await wish(operator)]).toEqual([true, undefined]);
    expect((await press('to-do/weekly')).body).toMatchObject({ changed: false });
    expect((await press('to-do/weekly-stop')).body).toMatchObject({ changed: true, view: { state: 'off' } });
    expect(await wish(stage.hr)).toBe(false);
  });

  it('shows the sponsor no count under five, and no name of a participant', async () => {
    const answer = await call(stage.api, 'GET', '/programmes/passages/sponsor', {
      token: await tokenFor(stage.issuer, people.sponsor),
    });
    const page = sponsorPageSchema.parse(answer.body);
    expect(page.figures).toEqual([
      { figure: 'enrolled', hidden: false, value: 8 },
      { figure: 'pairs-active', hidden: true },
      { figure: 'pairs-finished', hidden: false, value: 0 },
      { figure: 'sessions-booked', hidden: true },
      { figure: 'sessions-held', hidden: true },
    ]);
    expect(answer.text).not.toMatch(/Inès|Marc|p1|p2/);
  });
});

describe('Refusals', () => {
  it('speak the reader’s language, French when none is named', async () => {
    const words = async (language?: string) =>
      (
        await call(stage.api, 'GET', '/programmes/nowhere', {
          token: stage.hr,
          headers: language === undefined ? {} : { 'accept-language': language },
        })
      ).body.message;
    expect(await words('en')).toBe('This page does not exist, or it is not open to you.');
    expect(await words('de-DE, fr;q=0.8, en;q=0.2')).toMatch(/^Cette page/);
    expect(await words('de')).toMatch(/^Cette page/);
  });

  it('carry the correlation id that was given, when it can be one', async () => {
    const id = async (given: string) =>
      (await call(stage.api, 'GET', '/programmes/nowhere', { token: stage.hr, headers: { 'x-correlation-id': given } }))
        .body.correlationId;
    expect(await id('tab-12345678')).toBe('tab-12345678');
    expect(await id('a b; drop')).toMatch(/^id-/);
  });

  it('tell nothing of what went wrong inside', async () => {
    const broken = {
      ...stage.ports,
      programmes: { ...stage.ports.programmes, get: () => Promise.reject(new Error('secret at /srv/app.ts:12')) },
    };
    const other = await startApi(broken, stage.issuer);
    const answer = await call(other, 'GET', '/programmes/passages', { token: stage.hr });
    expect([answer.status, answer.body.code]).toEqual([500, 'internal']);
    expect(answer.text + other.log.lines.join('')).not.toContain('secret');
    expect(other.log.lines[0]).toContain('"code":"Error"');
    await other.stop();
  });

  it('come to one person’s flood, while others are served', async () => {
    const small = await startApi(stage.ports, stage.issuer, { rateLimits: { burst: 3, perSecond: 1 } });
    const statuses = [];
    for (let n = 0; n < 5; n++) statuses.push((await call(small, 'GET', '/me', { token: stage.hr })).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    expect((await call(small, 'GET', '/me', { token: operator })).status).toBe(200);
    small.realClock.at = '2026-11-23T09:00:02.000Z';
    expect((await call(small, 'GET', '/me', { token: stage.hr })).status).toBe(200);
    await small.stop();
  });
});

describe('Opening a programme', () => {
  it('is refused while something is missing', async () => {
    await create();
    const answer = await call(stage.api, 'POST', '/programmes/neuf/open', { token: operator });
    expect([answer.status, answer.body.code]).toEqual([409, 'not-ready']);
  });

  it('is refused twice', async () => {
    const answer = await call(stage.api, 'POST', '/programmes/passages/open', { token: stage.hr });
    expect([answer.status, answer.body.code]).toEqual([409, 'already-open']);
  });

  it('asks no sponsor whom the bot cannot reach', async () => {
    await create();
    const answer = await call(stage.api, 'POST', '/programmes/neuf/pledge-request', { token: operator });
    expect([answer.status, answer.body.code]).toEqual([409, 'not-reachable']);
  });
});
