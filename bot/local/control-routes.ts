import { Temporal } from 'temporal-polyfill';
import type { IncomingMessage } from 'node:http';
import type { Request, Response, Server } from 'restify';
import { plusDays, type Instant } from '../../src/kernel/clock';
import type { LocalClock } from './local-clock';

/** What became of settling: see the engine. */
export interface Settled {
  readonly settled: boolean;
  readonly due: number;
  readonly messages: number;
  readonly jobs: number;
  readonly now: Instant;
  readonly next?: Instant;
}

export interface LocalControls {
  readonly clock: LocalClock;
  settle(withinMilliseconds?: number): Promise<Settled>;
  pending(): Promise<{ readonly now: boolean; readonly next?: Instant }>;
  /** Everybody else presses their open cards; the people named do not. Returns how many cards. Absent without Local Teams. */
  readonly letOthersAnswer?: (except: ReadonlySet<string>) => Promise<number>;
}

const mostBytes = 10_000;
const mostMoments = 20_000;

/**
 * Routes that move the local clock and wait for the server to be idle, for Local Teams, rehearsals and tests. The composition adds
 * them in local mode only; they answer this machine alone, and no page of another site.
 */
export function addControlRoutes(server: Server, controls: LocalControls): void {
  const { clock } = controls;
  server.get(
    '/local/clock',
    local(async () => ({ now: clock.now(), nextDue: (await controls.pending()).next })),
  );
  server.get(
    '/local/next',
    local(async () => {
      const { now: busy, next } = await controls.pending();
      return { now: clock.now(), busy, next };
    }),
  );
  server.post(
    '/local/settle',
    local(async () => controls.settle()),
  );
  server.post(
    '/local/clock/advance',
    local((body) => advance(controls, body)),
  );
  server.post(
    '/local/populate',
    local((body) => populate(controls, body)),
  );
}

/** Lets the others answer what they were asked, and works off what follows. */
async function populate(controls: LocalControls, body: unknown): Promise<unknown> {
  const named = (body as { readonly except?: unknown } | undefined)?.except;
  const except = new Set(Array.isArray(named) ? named.filter((id): id is string => typeof id === 'string') : []);
  await controls.settle();
  const pressed = (await controls.letOthersAnswer?.(except)) ?? 0;
  return { pressed, ...(await controls.settle()) };
}

/**
 * Moves on to the target through every moment at which something falls due, each worked off before the next. Where one is not worked off in
 * time it stays there and says so: what follows from it may fall due before the next.
 */
async function advance(controls: LocalControls, body: unknown): Promise<unknown> {
  const { to, idle } = (body ?? {}) as { readonly to?: unknown; readonly idle?: unknown };
  let last = idle === true ? idleAt(controls.clock.now()) : await settledNow(controls);
  const target = targetOf(to, last);
  if (target === undefined)
    return { ...last, problem: typeof to === 'string' && to !== 'next-due' ? 'invalid-target' : 'nothing-due' };
  const total = { due: last.due, messages: last.messages, jobs: last.jobs };
  for (let moments = 0; moments < mostMoments; moments++) {
    const next: Instant = last.next !== undefined && last.next <= target ? last.next : target;
    const reached = controls.clock.now() >= target;
    controls.clock.moveTo(next);
    last = await controls.settle();
    total.due += last.due;
    total.messages += last.messages;
    total.jobs += last.jobs;
    if (!last.settled) return { ...last, ...total, nextDue: last.next, problem: 'not-idle' };
    if (reached || (next === target && (last.next === undefined || last.next > target))) break;
  }
  return { ...last, ...total, nextDue: last.next };
}

/** Where things stand before the first move; works off what waits, if anything does. */
async function settledNow(controls: LocalControls): Promise<Settled> {
  const { now: busy, next } = await controls.pending();
  if (busy) return controls.settle();
  const idle = idleAt(controls.clock.now());
  return next === undefined ? idle : { ...idle, next };
}

/** Nothing to do before the first move: a caller who has just settled says so, and that nothing falls due before the target. */
function idleAt(now: Instant): Settled {
  return { settled: true, due: 0, messages: 0, jobs: 0, now };
}

function targetOf(to: unknown, settled: Settled): Instant | undefined {
  if (to === 'next-due') return settled.next;
  if (to === 'day') return plusDays(settled.now, 1);
  if (to === 'month')
    return Temporal.Instant.from(settled.now)
      .toZonedDateTimeISO('UTC')
      .add({ months: 1 })
      .toInstant()
      .toString({ fractionalSecondDigits: 3 });
  if (typeof to !== 'string' || Number.isNaN(Date.parse(to))) return undefined;
  return new Date(to).toISOString();
}

function local(answer: (body: unknown) => Promise<unknown>): (request: Request, response: Response) => Promise<void> {
  return async (request, response) => {
    if (!isThisMachine(request)) {
      response.writeHead(403);
      response.end();
      return;
    }
    const body = await readJson(request);
    const text = JSON.stringify(await answer(body));
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
    response.end(text);
  };
}

function isThisMachine({ headers, socket }: IncomingMessage): boolean {
  const address = socket.remoteAddress ?? '';
  const host = headers.host ?? '';
  const sameHost = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
  const sameSite = headers.origin === undefined || headers.origin === `http://${host}`;
  return (address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1') && sameHost && sameSite;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request as AsyncIterable<Buffer>) {
    text += chunk.toString('utf8');
    if (text.length > mostBytes) return undefined;
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
