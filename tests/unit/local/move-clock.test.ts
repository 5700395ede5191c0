import { createServer, type Server } from 'restify';
import { addControlRoutes, type Settled } from '../../../bot/local/control-routes';

const begins = '2026-12-04T16:00:00.000Z';
const due = '2026-12-04T16:30:00.000Z';
const later = '2026-12-07T08:00:00.000Z';

let server: Server;
let now: string;
/** Moments that were worked off, or begun. */
let moments: string[];

/** A server on which work falls due at two moments; `slowAt` is one at which it is not idle in time. */
async function serve(slowAt?: string): Promise<string> {
  now = begins;
  moments = [];
  server = createServer();
  addControlRoutes(server, {
    clock: { now: () => now, moveTo: (at) => (now = at) },
    pending: () => Promise.resolve({ now: false, next: due }),
    settle: (): Promise<Settled> => {
      moments.push(now);
      const next = [due, later].find((at) => at > now);
      const idle = { due: 1, messages: 0, jobs: 0, now, ...(next === undefined ? {} : { next }) };
      return Promise.resolve({ settled: now !== slowAt, ...idle });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String(server.address().port)}`;
}
afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

const advance = async (url: string, to: string): Promise<Record<string, unknown>> =>
  (await fetch(`${url}/local/clock/advance`, { method: 'POST', body: JSON.stringify({ to }) })).json() as Promise<
    Record<string, unknown>
  >;

test('a jump over several days stops at each moment at which something falls due', async () => {
  const answer = await advance(await serve(), '2026-12-08T00:00:00.000Z');
  expect(moments).toEqual([due, later, '2026-12-08T00:00:00.000Z']);
  expect(answer).toMatchObject({ settled: true, now: '2026-12-08T00:00:00.000Z', due: 3 });
  expect(answer).not.toHaveProperty('problem');
});

test('a jump goes no further than a moment that is not worked off in time, and says so', async () => {
  expect(await advance(await serve(due), '2026-12-08T00:00:00.000Z')).toMatchObject({
    settled: false,
    problem: 'not-idle',
    now: due,
    nextDue: later,
  });
  expect(moments).toEqual([due]);
});
