import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import restify, { type Request, type Response, type Server } from 'restify';
import { errorFields, type Log } from './log';
import { addressOf } from './caller-limits';
import { limitConnections } from './http-limits';
import type { Metrics } from './metrics';
import { commonHeaders, nothingPolicy } from './security-headers';
import { answerCalendar, answerTab, type PageDeps } from './server-pages';
import { writeJson } from './write-json';

const largestActivity = 256 * 1024;
const usualBodyMilliseconds = 15_000;

/** The web server of this product. */
export type WebServer = Server;

/** `clock-wrong`: its clock differs from the store's, so that it does nothing. `sending-stalled`: messages that may go do not, whoever should send them. */
export type Trouble = 'clock-wrong' | 'sending-stalled';

export interface ServerDeps extends PageDeps {
  /** The Bot Framework endpoint. */
  readonly edge: {
    handle(request: {
      body: Buffer;
      authorization?: string | undefined;
      contentType?: string | undefined;
      contentEncoding?: string | undefined;
      address?: string;
    }): Promise<{ readonly status: number; readonly body?: unknown }>;
  };
  readonly registerApi: (server: Server) => void;
  /** Further routes, of local mode. */
  readonly registerMore?: (server: Server) => void;
  /** Names of stores that do not answer. */
  readonly pingStores: () => Promise<readonly string[]>;
  /** What keeps this server from doing its work though the stores answer. */
  readonly troubles: () => readonly Trouble[];
  readonly metrics: Metrics;
  /** Bearer token for the metrics; without one they are told to this machine in local mode, and to nobody otherwise. */
  readonly metricsToken?: () => string;
  readonly localMode: boolean;
  /** Proxies between the internet and this server. */
  readonly proxies: number;
  /** How long nothing may come of the body of an activity; default 15 s. */
  readonly bodyMilliseconds?: number;
  readonly log: Log;
  /** Something may have changed: the background looks soon. */
  readonly wake: () => void;
}

/** The web server with all its routes; it does not listen yet. No answer tells anything of what is inside. */
export function createServer(deps: ServerDeps): Server {
  const server = restify.createServer({
    name: 'passerelle',
    ignoreTrailingSlash: true,
    handleUncaughtExceptions: false,
  });
  limitConnections(server.server);
  server.pre((_request: Request, response: Response, next: restify.Next) => {
    for (const [name, value] of Object.entries(commonHeaders)) response.setHeader(name, value);
    response.removeHeader('server');
    next();
  });
  server.on('after', (request: Request, response: Response) => {
    // What was refused has changed nothing.
    if (request.method !== 'GET' && response.statusCode < 400) deps.wake();
  });
  quietErrors(server, deps.log);
  server.post(
    '/api/messages',
    guarded(deps, (request, response) => botMessage(deps, request, response)),
  );
  deps.registerApi(server);
  deps.registerMore?.(server);
  const alive = guarded(deps, async (_request, response) => {
    writeJson(response, 200, { status: 'alive' });
  });
  server.get('/healthz', alive);
  server.head('/healthz', alive);
  server.get(
    '/readyz',
    guarded(deps, (_request, response) => ready(deps, response)),
  );
  server.get(
    '/metrics',
    guarded(deps, (request, response) => metrics(deps, request, response)),
  );
  server.get(
    '/calendar/:programmeId/:pairId/:number/:side/:signature',
    guarded(deps, (request, response) => answerCalendar(deps, request, response)),
  );
  for (const path of ['/tab', '/tab/*'])
    server.get(
      path,
      guarded(deps, async (request, response) => {
        answerTab(deps, request, response);
      }),
    );
  return server;
}

type Handle = (request: Request, response: Response) => Promise<void>;

function guarded(deps: ServerDeps, handle: Handle): Handle {
  return async (request, response) => {
    try {
      await handle(request, response);
    } catch (error) {
      deps.log.error({ route: routeOf(request), ...errorFields(error) }, 'A request failed');
      if (!response.headersSent) writeJson(response, 500, { error: 'failed' });
    }
  };
}

/** The route's pattern, which names nobody. */
function routeOf(request: Request): string {
  const route = request.getRoute() as { readonly path?: unknown } | undefined;
  return typeof route?.path === 'string' ? route.path : '';
}

/** What restify itself refuses (no route, wrong method, bad address) is answered without its words. */
function quietErrors(server: Server, log: Log): void {
  server.on(
    'restifyError',
    (
      _request: Request,
      response: Response,
      error: Error & { readonly statusCode?: number; toJSON?: () => unknown },
      done: () => void,
    ) => {
      const status = error.statusCode ?? 500;
      if (status >= 500) log.error({ event: 'restify-error', ...errorFields(error) }, 'A request failed');
      const words = { error: status === 404 ? 'not-found' : 'refused' };
      error.toJSON = () => words;
      error.toString = () => JSON.stringify(words);
      if (!response.headersSent) {
        response.setHeader('cache-control', 'no-store');
        response.setHeader('content-security-policy', nothingPolicy);
      }
      done();
    },
  );
}

async function botMessage(deps: ServerDeps, request: Request, response: Response): Promise<void> {
  const body = await readBody(request, largestActivity, deps.bodyMilliseconds ?? usualBodyMilliseconds);
  if (body === undefined) {
    response.setHeader('connection', 'close');
    writeJson(response, 413, { error: 'refused' });
    return;
  }
  const { authorization } = request.headers;
  const answer = await deps.edge.handle({
    body,
    authorization,
    contentType: request.headers['content-type'],
    contentEncoding: request.headers['content-encoding'],
    address: addressOf(request, deps.proxies),
  });
  writeJson(response, answer.status, answer.body);
}

/** The bytes of a body as they came, or undefined when they are more than the limit, too slow, or never come to an end. */
async function readBody(request: IncomingMessage, limit: number, milliseconds: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  request.setTimeout(milliseconds);
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) return undefined;
      chunks.push(chunk);
    }
  } catch {
    // Whoever sent it has gone, or was cut off: nobody reads the answer, and nothing is wrong here.
    return undefined;
  }
  // The time was for the body: a turn that takes longer than that is answered all the same.
  request.setTimeout(0);
  return Buffer.concat(chunks);
}

async function ready(deps: ServerDeps, response: Response): Promise<void> {
  const silent = await deps.pingStores();
  const reasons = [...(silent.length === 0 ? [] : ['stores-silent']), ...deps.troubles()];
  if (reasons.length === 0) writeJson(response, 200, { status: 'ready' });
  else writeJson(response, 503, { status: 'not-ready', reasons, silent: silent.length });
}

async function metrics(deps: ServerDeps, request: Request, response: Response): Promise<void> {
  const token = deps.metricsToken?.();
  const proved = token !== undefined && sameText(request.headers.authorization ?? '', `Bearer ${token}`);
  if (!proved && !(token === undefined && deps.localMode && fromThisMachine(request))) {
    writeJson(response, 404, { error: 'not-found' });
    return;
  }
  response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' });
  response.end(await deps.metrics.text());
}

/** Takes as long whatever the first difference is. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** Behind a proxy everything seems to come from here: a forwarded request does not count as local. */
function fromThisMachine({ socket, headers }: IncomingMessage): boolean {
  return (
    headers['x-forwarded-for'] === undefined && /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(socket.remoteAddress ?? '')
  );
}
