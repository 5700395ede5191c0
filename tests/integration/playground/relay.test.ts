import { join } from 'node:path';
import { localIdentities } from '../../../bot/local-identities';
import { playgroundConfig } from '../../../bot/local/playground/playground-config';
import { startRelay, type Relay } from '../../../bot/local/playground/relay';
import { readPeopleTable } from '../../../bot/documents/read-people-table';
import { readSampleTenant } from '../../../bot/local/sample-tenant';
import type { ServerProcess } from '../../../bot/local/server-process';
import { useAzurite } from '../../helpers/azurite';
import { directoryIdOf, setUpProgramme, startStage, type LocalStage } from '../../helpers/local-stage';
import { startPlaygroundClient, type PlaygroundClient } from './playground-client';

const { tenantId, botAppId } = localIdentities;
const hello = { type: 'message', text: 'hello' };
const azurite = useAzurite();
let stage: LocalStage;
let server: ServerProcess;
let relay: Relay;
let playground: PlaygroundClient;

beforeAll(async () => {
  stage = await startStage(azurite.connectionString());
  server = await stage.startServer();
  await setUpProgramme(stage);
  relay = await startRelay({
    port: 0,
    server: server.url,
    sign: (serviceUrl) => stage.teams.signBotToken({ claims: { serviceurl: serviceUrl } }),
  });
  playground = await startPlaygroundClient(
    { id: '29:playground-p1', name: 'Person p1', aadObjectId: directoryIdOf(1) },
    tenantId,
    botAppId,
  );
});
afterAll(async () => {
  await playground.close();
  await relay.close();
  await stage.close();
});

const cardOf = (activity: any): any => activity.attachments[0].content;
const verbsOf = (card: any): any[] => [...JSON.stringify(card).matchAll(/"verb":"([^"]+)"/g)].map(([, verb]) => verb);

test('a person of the tenant who says hello in the Playground is answered there with a card', async () => {
  expect((await playground.post(relay.endpoint, hello)).status).toBe(200);
  expect(playground.received).toHaveLength(1);
  expect(JSON.stringify(cardOf(playground.received[0]))).toContain('Person');
  expect(verbsOf(cardOf(playground.received[0]))).toContain('home/show');
});

test('a press on the card is answered with the next card, and a wish typed is answered there', async () => {
  const press = {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb: 'home/show', data: {} }, trigger: 'manual' },
  };
  const { status, body } = await playground.post(relay.endpoint, press);
  expect(status).toBe(200);
  expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
  await playground.post(relay.endpoint, { ...hello, text: 'français' });
  expect(JSON.stringify(cardOf(playground.received.at(-1)))).toContain('en français');
});

test('the server’s own checks stay on: unsigned, of another tenant or with a service URL elsewhere is refused', async () => {
  const before = playground.received.length;
  expect((await playground.post(`${server.url}/api/messages`, hello)).status).toBe(401);
  const elsewhere = '11111111-2222-4333-8444-555555555555';
  const stranger = {
    ...hello,
    conversation: { id: 'a:x', conversationType: 'personal', tenantId: elsewhere },
    channelData: { tenant: { id: elsewhere } },
  };
  expect((await playground.post(relay.endpoint, stranger)).status).toBe(403);
  expect((await playground.post(relay.endpoint, { ...hello, channelId: 'emulator' })).status).toBeGreaterThanOrEqual(
    400,
  );
  for (const serviceUrl of [
    'https://smba.trafficmanager.net/emea/',
    'http://127.0.0.1.example.com/',
    'not a url',
    undefined,
  ])
    expect((await playground.post(relay.endpoint, { ...hello, serviceUrl })).status).toBe(400);
  expect(playground.received).toHaveLength(before);
});

test('the relay listens to this machine only, never to a page of another site, and takes nothing but activities', async () => {
  expect((await playground.post(relay.endpoint, hello, { origin: 'https://example.com' })).status).toBe(403);
  expect((await playground.post(relay.endpoint, { ...hello, text: 'x'.repeat(300_000) })).status).toBe(413);
  expect((await fetch(relay.endpoint, { method: 'HEAD' })).status).toBe(405);
  expect((await fetch(relay.endpoint.replace('/api/messages', '/local/clock'), { method: 'POST' })).status).toBe(404);
});

test.each([['NODE_ENV'], ['PASSERELLE_MODE']])('it never starts in production (%s)', async (variable) => {
  const before = process.env[variable];
  process.env[variable] = 'production';
  try {
    await expect(startRelay({ port: 0, server: server.url, sign: () => Promise.resolve('x') })).rejects.toMatchObject({
      code: 'playground-in-production',
    });
  } finally {
    if (before === undefined) Reflect.deleteProperty(process.env, variable);
    else process.env[variable] = before;
  }
});

test('its configuration is the local tenant: one person to play and five others, all of the sample', async () => {
  const folder = join(__dirname, '..', '..', '..', 'bot', 'local', 'sample');
  const sample = await readSampleTenant(folder, readPeopleTable);
  const of = (as?: string): any =>
    playgroundConfig({
      tenantId,
      botAppId,
      people: sample.people,
      team: sample.team,
      ...(as === undefined ? {} : { as }),
    });
  const { currentUser, users, ...rest } = of();
  const ids = [currentUser, ...users].map(({ aadObjectId }: any) => aadObjectId);
  expect(rest.tenantId).toBe(tenantId);
  expect(users).toHaveLength(5);
  expect(new Set(ids).size).toBe(6);
  for (const id of ids) expect(sample.people.some(({ directoryId }) => directoryId === id)).toBe(true);
  expect(of('béatrice').currentUser.name).toBe('Béatrice Armorel');
  expect(() => of('nobody at all')).toThrow(expect.objectContaining({ code: 'person-unknown' }));
});
