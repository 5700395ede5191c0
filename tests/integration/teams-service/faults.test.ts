import { startTeamsService } from '../../../bot/local/teams-service/start-teams-service';
import type { TeamsService } from '../../../bot/local/teams-service/teams-service';
import { startPlainBot, type PlainBot } from './plain-bot';
import { BOT, HENRI, tenantOptions, ZOE } from './tenant';

let service: TeamsService;
let bot: PlainBot;

beforeEach(async () => {
  service = await startTeamsService(tenantOptions());
  bot = await startPlainBot(service, BOT);
});

afterEach(async () => {
  await bot.close();
  await service.close();
});

const send = (directoryId = ZOE, text = 'Bonjour') =>
  bot.call('POST', `conversations/${encodeURIComponent(service.conversationId(directoryId))}/activities`, {
    type: 'message',
    text,
  });

test.each([[2], ['600'], [undefined], ['soon'], ['Mon, 23 Nov 2026 09:10:00 GMT']])(
  'answers 429 with Retry-After %p exactly as asked',
  async (retryAfter) => {
    service.failNext({ status: 429, ...(retryAfter === undefined ? {} : { retryAfter }) });
    const refused = await send();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe(retryAfter === undefined ? null : String(retryAfter));
    expect(service.journal()).toHaveLength(0);
    expect((await send()).status).toBe(201);
  },
);

test('strikes only what it matches, as often as it says', async () => {
  service.failNext({ match: { directoryId: HENRI, kind: 'send' }, status: 403, code: 'BotDisabledByAdmin', times: 2 });
  expect((await send(ZOE)).status).toBe(201);
  expect((await send(HENRI)).body.error.code).toBe('BotDisabledByAdmin');
  expect((await send(HENRI)).status).toBe(403);
  expect((await send(HENRI)).status).toBe(201);
});

test('a fault for good ends when faults are cleared', async () => {
  service.failNext({ status: 503, times: 'always' });
  expect((await send()).status).toBe(503);
  expect((await send()).status).toBe(503);
  service.clearFaults();
  expect((await send()).status).toBe(201);
});

test('accepts and then answers 502: the message is there all the same', async () => {
  service.failNext({ status: 502, afterAccept: true });
  expect((await send()).status).toBe(502);
  expect(service.journal()).toHaveLength(1);
});

test('accepts and then cuts the line', async () => {
  service.failNext({ dropAfterAccept: true });
  await expect(send()).rejects.toThrow();
  expect(service.journal()).toHaveLength(1);
  expect(service.requests().at(-1)).toMatchObject({ status: 0, byFault: true });
});

test('cuts the line before anything is accepted', async () => {
  await send(HENRI);
  service.failNext({ dropBeforeAccept: true });
  await expect(send()).rejects.toThrow();
  expect(service.journal()).toHaveLength(1);
});

test('the token endpoint can fail too, and faults can be planned over HTTP', async () => {
  await fetch(`${service.baseUrl}/control/faults`, {
    method: 'POST',
    body: JSON.stringify({ match: { kind: 'token' }, status: 500 }),
  });
  const response = await fetch(service.tokenEndpoint, { method: 'POST', body: 'grant_type=client_credentials' });
  expect(response.status).toBe(500);
});
