import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly headers: IncomingMessage['headers'];
}

export interface Reply {
  readonly status?: number;
  readonly body?: unknown;
  readonly etag?: string;
  readonly text?: string;
}

type Responder = (seen: Seen) => Reply | Promise<Reply>;

/** An API that answers what a test has set, refuses who brings no token, and remembers what it was asked. */
export class FakeApi {
  readonly seen: Seen[] = [];
  private readonly routes = new Map<string, Responder>();

  /** Sets the answer of a route, the query left out of its path. */
  answer(method: string, path: string, reply: unknown): void {
    this.routes.set(`${method} ${path}`, () => ({ body: reply }));
  }

  respond(method: string, path: string, responder: Responder): void {
    this.routes.set(`${method} ${path}`, responder);
  }

  refuse(method: string, path: string, status: number, code: string, message: string): void {
    this.routes.set(`${method} ${path}`, () => ({ status, body: { code, message, correlationId: 'c-42' } }));
  }

  calls(method: string, path: string): readonly Seen[] {
    return this.seen.filter((one) => one.method === method && one.path.split('?')[0] === path);
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    const path = (request.url ?? '').replace('/api/v1', '');
    const seen: Seen = {
      method: request.method ?? 'GET',
      path,
      body: text === '' ? undefined : JSON.parse(text),
      headers: request.headers,
    };
    this.seen.push(seen);
    const reply = await this.reply(seen);
    response.statusCode = reply.status ?? 200;
    // What one test was answered is not there for the next.
    response.setHeader('cache-control', 'no-store');
    if (reply.etag !== undefined) response.setHeader('etag', reply.etag);
    if (reply.text !== undefined) {
      response.setHeader('content-type', 'text/csv; charset=utf-8');
      response.end(reply.text);
    } else {
      response.setHeader('content-type', 'application/json; charset=utf-8');
      response.end(response.statusCode === 304 ? undefined : JSON.stringify(reply.body));
    }
  }

  private reply(seen: Seen): Reply | Promise<Reply> {
    if (seen.headers.authorization?.startsWith('Bearer ') !== true) {
      return { status: 401, body: { code: 'not-signed-in', message: 'No token.', correlationId: 'c-1' } };
    }
    const responder = this.routes.get(`${seen.method} ${seen.path.split('?')[0] ?? ''}`);
    return (
      responder?.(seen) ?? { status: 404, body: { code: 'not-found', message: 'Nothing here.', correlationId: 'c-2' } }
    );
  }
}
