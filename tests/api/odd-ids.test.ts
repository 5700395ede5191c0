import { actionSchema } from '../../src/dispatch/actions';
import { routes, type RouteName, type RouteRule } from '../../src/dispatch/routes';
import { call, people, tokenFor } from '../helpers/api-server';
import { useApiStage } from '../helpers/api-stage';
import { seedSample } from '../helpers/sample-programme';

const stage = useApiStage({ once: true, seed: seedSample });

/** Separators of keys and paths, what ends a text elsewhere, marks that turn a line around, names of the language, far too long. */
const oddIds: readonly (readonly [string, string])[] = [
  ['a slash', 'p1/p2'],
  ['the way up', '..'],
  ['the way out', '../../tenant'],
  ['a bar', 'p1|p2'],
  ['a backslash', 'p1\\p2'],
  ['a hash and a question mark', 'p1#x?y'],
  ['U+0000', 'p1\u0000'],
  ['a line break', 'p1\r\nX-Header: 1'],
  ['a mark from right to left', '\u202ep1\u200f'],
  ['half a letter', '\ud800'],
  ['a name of the language', '__proto__'],
  ['a filter', "' or PartitionKey gt '"],
  ['300 letters that take much room in a key', '\u200f'.repeat(300)],
  ['20,000 letters', 'x'.repeat(20_000)],
];

const inProgramme = (Object.entries(routes) as [RouteName, RouteRule][]).filter(([, { path }]) =>
  /\{(?!id\})/u.test(path),
);

/** As an attacker writes it: what cannot be encoded goes as the bytes of its three-byte form. */
const encoded = (id: string): string => (id === '\ud800' ? '%ED%A0%80' : encodeURIComponent(id));

describe('An id that nothing has', () => {
  it.each(oddIds)(
    'with %s is not found or refused, on every route that takes one, and fails nothing',
    async (_what, id) => {
      const token = await tokenFor(stage.issuer, people.hr);
      stage.api.log.lines.length = 0;
      const bad: unknown[] = [];
      for (const [name, rule] of inProgramme) {
        const path = rule.path.replace('{id}', 'passages').replaceAll(/\{\w+\}/gu, encoded(id));
        const body = rule.method === 'GET' ? {} : { body: {} };
        const { status, text } = await call(stage.api, rule.method, path, { token, ...body });
        if (![400, 404, 431].includes(status)) bad.push([name, status, text.slice(0, 200)]);
      }
      for (const rule of [routes['programme-read'], routes['people-list']]) {
        const { status } = await call(stage.api, rule.method, rule.path.replace('{id}', encoded(id)), { token });
        if (![400, 404, 431].includes(status)) bad.push([rule.path, status]);
      }
      expect(bad).toEqual([]);
      expect(stage.api.log.lines.filter((line) => line.includes('request failed'))).toEqual([]);
    },
  );

  it.each(oddIds)('with %s changes nothing, in the body of any press', async (_what, id) => {
    const token = await tokenFor(stage.issuer, people.mentor);
    const bad: unknown[] = [];
    for (const programmeId of ['passages', id])
      for (const schema of actionSchema.options) {
        const { shape } = schema as unknown as { shape: Record<string, unknown> };
        const ids = Object.fromEntries(
          Object.keys(shape)
            .filter((field) => field.endsWith('Id') && field !== 'programmeId')
            .map((field) => [field, id]),
        );
        const { value: verb } = shape['verb'] as { value: string };
        const fields = { revision: 1, number: 1, slotRound: 1, version: 1, slots: '0', until: '2027-02-01' };
        const more = Object.fromEntries(Object.entries(fields).filter(([field]) => field in shape));
        const body = { verb, ...('programmeId' in shape ? { programmeId } : {}), ...ids, ...more };
        if (Object.keys(ids).length === 0 && programmeId === 'passages') continue;
        const { status, body: answer } = await call(stage.api, 'POST', '/actions', { token, body });
        if (status >= 500 || answer.changed === true) bad.push([verb, status, answer]);
      }
    expect(bad).toEqual([]);
  });
});

describe('A request that says it is another', () => {
  it.each(['x-http-method-override', 'x-http-method', 'x-method-override'])('by %s is what it is', async (header) => {
    const token = await tokenFor(stage.issuer, people.hr);
    const headers = { [header]: 'POST' };
    const answer = await call(stage.api, 'GET', '/programmes/passages/people', { token, headers });
    expect([answer.status, Array.isArray(answer.body.people)]).toEqual([200, true]);
    const posted = await call(stage.api, 'POST', '/programmes/passages/people/p1/withdraw', {
      token,
      body: {},
      headers: { [header]: 'GET' },
    });
    expect(posted.body).toEqual({ done: true });
  });
});

describe('A body that nests without end', () => {
  const deep = `${'['.repeat(45_000)}${']'.repeat(45_000)}`;

  it.each([
    ['where none is asked for', '/programmes/passages/reach', deep],
    ['under a name, where none is asked for', '/programmes/passages/reach', `{"a":${deep}}`],
    ['as a press', '/actions', deep],
    ['in a field of a press', '/actions', `{"verb":"survey/answer","programmeId":"passages","answers":{"a":${deep}}}`],
    ['as a file', '/programmes/passages/people/check', `{"map":${deep}}`],
  ])('%s is refused, and fails nothing', async (_where, path, body) => {
    stage.api.log.lines.length = 0;
    const authorization = `Bearer ${await tokenFor(stage.issuer, people.hr)}`;
    const headers = { authorization, 'content-type': 'application/json' };
    const answer = await fetch(stage.api.url + path, { method: 'POST', headers, body });
    expect(answer.status).toBe(400);
    expect(stage.api.log.lines.filter((line) => line.includes('request failed'))).toEqual([]);
  });
});
