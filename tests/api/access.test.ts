import { routes, type RouteName, type RouteRule } from '../../src/dispatch/routes';
import { call, people, tokenFor } from '../helpers/api-server';
import { useApiStage } from '../helpers/api-stage';
import { seedSample } from '../helpers/sample-programme';

const stage = useApiStage({
  once: true,
  seed: async (ports) => {
    await seedSample(ports);
    await seedSample(ports, 'horizons');
  },
});

const concrete = (rule: RouteRule, id: string) =>
  rule.path
    .replace('{id}', id)
    .replace('{importId}', 'import-1')
    .replace('{personId}', 'p1')
    .replace('{draftId}', 'draft-1')
    .replace('{messageId}', 'message-1')
    .replace('{pageId}', '80-ff')
    .replace('{jobId}', 'job-1');
const inProgramme = (Object.entries(routes) as [RouteName, RouteRule][]).filter(([, rule]) =>
  rule.path.includes('{id}'),
);
const roleOf = {
  administrator: people.hr,
  sponsor: people.sponsor,
  delegate: people.assistant,
  participant: people.mentor,
} as const;

describe('F28, F29: who may not know does not learn that there is something', () => {
  const cases = inProgramme.flatMap(([name, rule]) =>
    [...(Object.keys(roleOf) as (keyof typeof roleOf)[]), 'otherHr' as const, 'stranger' as const]
      .filter((who) => !(rule.who as readonly string[]).includes(who))
      .map((who) => [name, who] as const),
  );

  it.each(cases)('%s answers the %s as if the programme did not exist', async (name, who) => {
    const rule = routes[name];
    const token = await tokenFor(
      stage.issuer,
      who in roleOf ? roleOf[who as keyof typeof roleOf] : people[who as 'otherHr' | 'stranger'],
    );
    const [there, nowhere] = await Promise.all(
      ['passages', 'no-such-programme'].map((id) => call(stage.api, rule.method, concrete(rule, id), { token })),
    );
    expect(there?.status).toBe(404);
    expect({ ...there?.body, correlationId: '' }).toEqual({ ...nowhere?.body, correlationId: '' });
  });

  it('leaves a trace of it for the operator: the route, never who asked or about what', async () => {
    stage.api.refused.length = 0;
    stage.api.log.lines.length = 0;
    const token = await tokenFor(stage.issuer, people.stranger);
    await call(stage.api, 'GET', '/programmes/passages/board', { token });
    await call(stage.api, 'GET', '/programmes/Zoe-Martin/board', { token });
    await call(stage.api, 'GET', '/nowhere/Zoe-Martin', { token });
    await call(stage.api, 'GET', '/me', { token: `${token}x` });
    expect(stage.api.refused).toEqual([
      ['board-read', 'denied'],
      ['board-read', 'denied'],
      ['unknown', 'not-found'],
      ['token', 'invalid'],
      ['me-read', 'token-refused'],
    ]);
    const lines = stage.api.log.lines.filter((line) => line.includes('request-denied'));
    expect(lines).toHaveLength(2);
    expect(stage.api.log.lines.join('')).not.toMatch(new RegExp(`Zoe|passages|${people.stranger}`));
  });

  it('lists to everybody only the programmes they have a part in', async () => {
    const listed = async (id: string, roles: string[] = []) => {
      const answer = await call(stage.api, 'GET', '/programmes', {
        token: await tokenFor(stage.issuer, id, { roles }),
      });
      return answer.body.programmes.map((programme: { id: string; roles: string[] }) => [
        programme.id,
        ...programme.roles,
      ]);
    };
    expect(await listed(people.hr)).toEqual([['passages', 'administrator']]);
    expect(await listed(people.otherHr)).toEqual([['horizons', 'administrator']]);
    expect(await listed(people.mentor)).toEqual([['passages', 'participant']]);
    expect(await listed(people.stranger)).toEqual([]);
    expect(await listed(people.operator, ['Programme.Admin'])).toEqual([
      ['horizons', 'administrator'],
      ['passages', 'administrator'],
    ]);
    expect(await listed(people.operator, ['HR.Admin'])).toEqual([]);
  });

  it('answers an unknown path like a programme that does not exist, and without a token like every route', async () => {
    const token = await tokenFor(stage.issuer, people.hr);
    const unknown = await call(stage.api, 'DELETE', '/programmes/passages', { token });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'not-found']);
    expect((await call(stage.api, 'GET', '/nowhere')).status).toBe(401);
    for (const path of [
      '/programmes/%zz',
      '/programmes/%2e%2e%2fme',
      '/programmes/__proto__',
      `/programmes/${'x'.repeat(400)}`,
    ]) {
      const answer = await call(stage.api, 'GET', path, { token });
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });
});

describe('F31: query parameters', () => {
  it.each([
    ['/people?cursor[]=x'],
    ['/people?cursor=a&cursor=b'],
    ['/people?__proto__=x'],
    ['/people?constructor=x'],
    ['/people?cursor=%00'],
    ["/people?filter=PartitionKey%20eq%20'x'"],
    ['/messages?state=all'],
    ["/messages?state=sent'%20or%20'1'%20eq%20'1"],
    ['/drafts/latest?cursor=-1'],
    ['/board.csv?language=de'],
    ['/results.csv?language=de'],
    ['/results.xlsx?language=de'],
    ['/board-report.pdf?language=de'],
    ['/board?version=1'],
    [`/people?cursor=${'x'.repeat(3_000)}`],
  ])('%s is refused', async (path) => {
    const answer = await call(stage.api, 'GET', `/programmes/passages${path}`, {
      token: await tokenFor(stage.issuer, people.hr),
    });
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid-query']);
  });

  it('that hold a filter are a key and nothing else', async () => {
    const token = await tokenFor(stage.issuer, people.hr);
    const answer = await call(
      stage.api,
      'GET',
      `/programmes/passages/people?cursor=${encodeURIComponent("' or PartitionKey gt '")}`,
      { token },
    );
    expect(answer.status).toBe(200);
    expect(answer.body.people.map((person: { id: string }) => person.id)).toEqual(['p1', 'p2']);
  });
});
