import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CodedError } from '../../../src/kernel/coded-error';

const path = '/api/messages';
const largestBody = 256 * 1024;
const answerTimeout = 60_000;

export interface RelayOptions {
  /** Port on 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  /** The server, e.g. `http://127.0.0.1:3978`. */
  readonly server: string;
  /** A token as the server's trust anchor signs it, for this service URL. */
  readonly sign: (serviceUrl: string) => Promise<string>;
}

export interface Relay {
  /** Where the Playground posts its activities. */
  readonly endpoint: string;
  close(): Promise<void>;
}

/**
 * Stands between the Agents Playground, which signs nothing, and the server, which believes only what is signed: takes an activity
 * from this machine, signs it with the local issuer for the service URL it names, and passes the server's answer back as it is.
 * The activity itself is not touched, so that every check of the server still counts.
 * Throws a CodedError: `playground-in-production` in production, `port-taken` where the port is in use.
 */
export async function startRelay(options: RelayOptions): Promise<Relay> {
  if (process.env['NODE_ENV'] === 'production' || process.env['PASSERELLE_MODE'] === 'production')
    throw new CodedError('playground-in-production', 'The relay signs for anyone: it never starts in production.');
  const server = createServer((request, response) => {
    void relay(options, request, response);
  });
  const port = await listen(server, options.port);
  return {
    endpoint: `http://127.0.0.1:${String(port)}${path}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

async function relay(options: RelayOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isThisMachine(request)) {
    answer(response, 403);
    return;
  }
  // The Playground asks with HEAD or GET whether somebody is there.
  if (request.method !== 'POST' || request.url !== path) {
    answer(response, request.url === path ? 405 : 404);
    return;
  }
  try {
    const body = await readBody(request);
    const serviceUrl = body === undefined ? undefined : loopbackServiceUrl(body);
    if (body === undefined || serviceUrl === undefined) {
      answer(response, body === undefined ? 413 : 400);
      return;
    }
    const passed = await fetch(`${options.server}${path}`, {
      method: 'POST',
      headers: {
        'content-type': request.headers['content-type'] ?? 'application/json',
        authorization: `Bearer ${await options.sign(serviceUrl)}`,
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(answerTimeout),
    });
    answer(response, passed.status, Buffer.from(await passed.arrayBuffer()), passed.headers.get('content-type'));
  } catch {
    answer(response, 502);
  }
}

function answer(response: ServerResponse, status: number, body?: Buffer, type?: string | null): void {
  response.writeHead(status, { 'cache-control': 'no-store', ...(type ? { 'content-type': type } : {}) });
  response.end(body);
}

/** Only this machine, and no page of another site: what comes in here leaves with a signature. */
function isThisMachine({ headers }: IncomingMessage): boolean {
  return headers.origin === undefined && /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? '');
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The service URL an activity names, when it is on this machine: nothing is signed for any other place. */
function loopbackServiceUrl(body: Buffer): string | undefined {
  try {
    const activity = JSON.parse(body.toString('utf8')) as { readonly serviceUrl?: unknown };
    const { serviceUrl } = activity;
    if (typeof serviceUrl !== 'string') return undefined;
    const { protocol, hostname } = new URL(serviceUrl);
    return protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost') ? serviceUrl : undefined;
  } catch {
    return undefined;
  }
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken
          ? new CodedError('port-taken', `Port ${String(port)} of the relay is taken. Set RELAY_PORT to a free one.`)
          : error,
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}
