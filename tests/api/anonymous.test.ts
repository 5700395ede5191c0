import { connect } from 'node:net';
import { hangUp } from '../helpers/hang-up';
import type { IncomingMessage } from 'node:http';
import { addressOf } from '../../bot/caller-limits';
import { limitConnections } from '../../bot/http-limits';
import { createMetrics } from '../../bot/metrics';
import { createReadiness } from '../../bot/readiness';
import { createServer, type ServerDeps } from '../../bot/server';
import { aClock, call, people, startApi, tokenFor } from '../helpers/api-server';
import { nothing, useApiStage } from '../helpers/api-stage';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** The web server on a free port, as far as somebody without a token meets it. */
async function serverWith(deps: Partial<ServerDeps>): Promise<{ readonly url: string; readonly port: number }> {
  const quiet = (): void => undefined;
  const server = createServer({
    metrics: createMetrics(),
    registerApi: quiet,
    log: { info: quiet, warn: quiet, error: quiet },
    wake: quiet,
    localMode: false,
    proxies: 0,
    troubles: () => [],
    ...deps,
  } as unknown as ServerDeps);
  if (deps === impatient) limitConnections(server.server, { headersMilliseconds: 100, lookMilliseconds: 20 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(async () => {
    server.server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  const { port } = server.address();
  return { url: `http://127.0.0.1:${String(port)}`, port };
}
const impatient: Partial<ServerDeps> = {};

describe('Whoever has proved nothing', () => {
  it('makes the stores be asked once in five seconds, however often readiness is asked for', async () => {
    const clock = aClock('2026-11-23T09:00:00.000Z');
    let pings = 0;
    const { url } = await serverWith({
      pingStores: createReadiness(async () => {
        pings++;
        return [];
      }, clock),
    });
    const statuses = await Promise.all(Array.from({ length: 100 }, async () => (await fetch(`${url}/readyz`)).status));
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(pings).toBe(1);
    clock.at = '2026-11-23T09:00:05.000Z';
    await fetch(`${url}/readyz`);
    expect(pings).toBe(2);
  });

  it('reads no metrics of a server in production that has no token for them, not even on its own machine', async () => {
    const production = await serverWith({ localMode: false });
    expect((await fetch(`${production.url}/metrics`)).status).toBe(404);
    const local = await serverWith({ localMode: true });
    expect((await fetch(`${local.url}/metrics`)).status).toBe(200);
    expect((await fetch(`${local.url}/metrics`, { headers: { 'x-forwarded-for': '192.0.2.7' } })).status).toBe(404);
  });

  it('wakes nothing in the background: only what was not refused may have changed something', async () => {
    let woken = 0;
    const answered = { status: 401 };
    const { url } = await serverWith({
      wake: () => {
        woken++;
      },
      edge: { handle: () => Promise.resolve(answered) },
    });
    await fetch(`${url}/api/messages`, { method: 'POST', body: '{}' });
    await fetch(`${url}/nowhere`, { method: 'POST' });
    expect(woken).toBe(0);
    answered.status = 200;
    await fetch(`${url}/api/messages`, { method: 'POST', body: '{}' });
    expect(woken).toBe(1);
  });

  it('is cut off when the body of an activity drips; one that has come whole is answered however long its turn takes', async () => {
    let answer: () => void = () => undefined;
    const { url, port } = await serverWith({
      bodyMilliseconds: 50,
      edge: {
        handle: () =>
          new Promise((resolve) => {
            answer = () => resolve({ status: 200 });
          }),
      },
    });
    const whole = fetch(`${url}/api/messages`, { method: 'POST', body: '{}' });
    // Two that drip, one after the other: each is cut, and the other has been waiting for its turn longer than either.
    for (let drips = 0; drips < 2; drips++) {
      const socket = connect(port, '127.0.0.1');
      socket.write('POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n{');
      await new Promise<void>((resolve) => socket.once('close', () => resolve()));
    }
    answer();
    expect((await whole).status).toBe(200);
  });

  it('leaves no error in the log by hanging up half-way', async () => {
    const errors: string[] = [];
    const quiet = (): void => undefined;
    const note = (_fields: unknown, message: string): void => void errors.push(message);
    const { url, port } = await serverWith({ log: { info: quiet, warn: quiet, error: note } });
    await hangUp(port, 'POST /api/messages HTTP/1.1');
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(errors).toEqual([]);
  });

  it('is cut off when headers drip', async () => {
    const { port } = await serverWith(impatient);
    const socket = connect(port, '127.0.0.1');
    socket.write('GET /healthz HTTP/1.1\r\nx-one: 1\r\n');
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => {
        resolve(text);
      });
    });
    expect(answer).toMatch(/^HTTP\/1\.1 408 /u);
  });

  it('finds caps on every listening server, and a connection that outlives the load balancer’s', async () => {
    const quiet = (): void => undefined;
    const { server } = createServer({ registerApi: quiet } as unknown as ServerDeps);
    expect(server.maxConnections).toBe(2_000);
    expect(server.headersTimeout).toBe(10_000);
    expect(server.keepAliveTimeout).toBeGreaterThan(230_000);
  });
});

describe('An address that brings refused tokens without end', () => {
  const stage = useApiStage({ seed: nothing });

  it('is told to slow down, and keeps nobody out: not even those who share it', async () => {
    const api = await startApi(stage.ports, stage.issuer, { refusalLimits: { burst: 3, perSecond: 1 }, proxies: 1 });
    ends.push(() => api.stop());
    const good = await tokenFor(stage.issuer, people.mentor);
    const ask = async (token: string, from: string) =>
      (await call(api, 'GET', '/me', { token, headers: { 'x-forwarded-for': from } })).status;
    expect([await ask('a.b.c', '192.0.2.1'), await ask('a.b.c', '192.0.2.1'), await ask('a.b.c', '192.0.2.1')]).toEqual(
      [401, 401, 401],
    );
    expect(await ask('a.b.c', '192.0.2.1')).toBe(429);
    // What the client itself wrote into the header stands further left.
    expect(await ask('a.b.c', '192.0.2.9, 192.0.2.1:4711')).toBe(429);
    expect([await ask('a.b.c', '192.0.2.2'), await ask(good, '192.0.2.1'), await ask(good, '192.0.2.2')]).toEqual([
      401, 200, 200,
    ]);
    api.realClock.at = '2026-11-23T09:00:02.000Z';
    expect(await ask('a.b.c', '192.0.2.1')).toBe(401);
  });

  it('is its network where it is IPv6', () => {
    const from = (forwarded: string) =>
      addressOf({ headers: { 'x-forwarded-for': forwarded }, socket: {} } as unknown as IncomingMessage, 1);
    expect(from('[2001:db8:1:2::12]:443')).toBe('2001:db8:1:2::/64');
    expect(from('2001:db8:1:2:9:9:9:9')).toBe('2001:db8:1:2::/64');
    expect(from('2001:db8::12')).toBe('2001:db8:0:0::/64');
    expect(from('192.0.2.1:99')).toBe('192.0.2.1');
  });
});
