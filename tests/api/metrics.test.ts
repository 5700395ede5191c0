import { timingSafeEqual } from 'node:crypto';
import { createMetrics } from '../../bot/metrics';
import { createServer, type ServerDeps } from '../../bot/server';

jest.mock('node:crypto', () => {
  const real = jest.requireActual<{ readonly timingSafeEqual: typeof timingSafeEqual }>('node:crypto');
  return { ...real, timingSafeEqual: jest.fn(real.timingSafeEqual) };
});

const compared = jest.mocked(timingSafeEqual);
const token = 'a-token-of-the-collector';
const ends: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  compared.mockClear();
});

/** The server on a free port; answers the status of GET /metrics. */
async function metricsOf(metricsToken: string): Promise<(headers?: Record<string, string>) => Promise<number>> {
  const quiet = (): void => undefined;
  const server = createServer({
    metrics: createMetrics(),
    registerApi: quiet,
    log: { info: quiet, warn: quiet, error: quiet },
    wake: quiet,
    metricsToken: () => metricsToken,
  } as unknown as ServerDeps);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(async () => {
    server.server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  const { port } = server.address();
  return async (headers = {}) => (await fetch(`http://127.0.0.1:${String(port)}/metrics`, { headers })).status;
}

describe('The metrics of the server', () => {
  it('are shown to who brings the token, and to nobody else, not even from this machine', async () => {
    const get = await metricsOf(token);
    expect(await get({ authorization: `Bearer ${token}` })).toBe(200);
    for (const authorization of [
      token,
      `Bearer ${token}x`,
      `Bearer ${token.slice(0, -1)}`,
      'Bearer ',
      `bearer ${token}`,
    ])
      expect([authorization, await get({ authorization })]).toEqual([authorization, 404]);
    expect(await get()).toBe(404);
  });

  it('tell nothing of the token by the time of the refusal: whatever is brought is compared whole, at one length', async () => {
    const get = await metricsOf(token);
    const brought = [
      '',
      'B',
      `Bearer ${token.slice(0, 5)}`,
      `Bearer ${token.slice(0, -1)}x`,
      `Bearer ${'x'.repeat(4_000)}`,
    ];
    for (const authorization of brought) await get({ authorization });
    expect(compared).toHaveBeenCalledTimes(brought.length);
    const lengths = compared.mock.calls.flatMap(([a, b]) => [a.byteLength, b.byteLength]);
    expect(new Set(lengths).size).toBe(1);
  });
});
