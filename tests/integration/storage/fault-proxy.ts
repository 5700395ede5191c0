import { createServer, request as forward } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What befalls the next request: the answer is lost, the request is lost, an error comes instead, nothing ever comes. */
export type Fault =
  | 'pass'
  | 'lose-answer'
  | 'lose-request'
  | 'hang'
  | { readonly status: number; readonly code: string; readonly afterWriting?: boolean };

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface FaultProxy {
  /** The same storage, its tables through the proxy. */
  readonly connectionString: string;
  readonly seen: readonly SeenRequest[];
  /** Faults for the next requests, one each; those after them pass. */
  plan(faults: readonly Fault[]): void;
  /** Runs once, after the next request was forwarded and before its answer goes on. */
  beforeAnswer(run: () => Promise<void>): void;
  stop(): Promise<void>;
}

/** A proxy in front of the table service. */
export async function startFaultProxy(connectionString: string): Promise<FaultProxy> {
  const endpoint = /TableEndpoint=http:\/\/127\.0\.0\.1:(\d+)/.exec(connectionString)?.[1];
  if (endpoint === undefined) throw new Error('No table endpoint in the connection string');
  const seen: SeenRequest[] = [];
  let planned: Fault[] = [];
  let interlude: (() => Promise<void>) | undefined;

  const pass = (
    incoming: IncomingMessage,
    body: Buffer,
    answer: (status: number, headers: object, body: Buffer) => void,
  ) => {
    const { method, url, headers } = incoming;
    const outgoing = forward({ host: '127.0.0.1', port: Number(endpoint), method, path: url, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const run = interlude;
        interlude = undefined;
        void Promise.resolve(run?.()).then(() => {
          answer(response.statusCode ?? 0, response.headers, Buffer.concat(chunks));
        });
      });
    });
    outgoing.end(body);
  };

  const respond = (response: ServerResponse, status: number, headers: object, body: Buffer | string) => {
    response.writeHead(status, { ...headers });
    response.end(body);
  };

  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      seen.push({
        method: incoming.method ?? '',
        url: incoming.url ?? '',
        headers: incoming.headers,
        body: body.toString('utf8'),
      });
      const fault = planned.shift() ?? 'pass';
      if (fault === 'hang') return;
      if (fault === 'lose-request') {
        incoming.socket.destroy();
        return;
      }
      const failed = (status: number, code: string) => {
        const headers = { 'content-type': 'application/json', 'x-ms-error-code': code };
        respond(response, status, headers, JSON.stringify({ 'odata.error': { code, message: { value: code } } }));
      };
      if (typeof fault === 'object' && fault.afterWriting !== true) {
        failed(fault.status, fault.code);
        return;
      }
      pass(incoming, body, (status, headers, answer) => {
        if (fault === 'pass') respond(response, status, headers, answer);
        else if (fault === 'lose-answer') incoming.socket.destroy();
        else if (typeof fault === 'object') failed(fault.status, fault.code);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    connectionString: connectionString.replace(/(TableEndpoint=http:\/\/127\.0\.0\.1:)\d+/, `$1${String(port)}`),
    seen,
    plan(faults) {
      planned = [...faults];
    },
    beforeAnswer(run) {
      interlude = run;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
