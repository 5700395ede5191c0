import type { IncomingMessage, ServerResponse } from 'node:http';
import { ServiceRefusal } from './service-refusal';
import { isRecord } from './wire-activity';

const BODY_LIMIT_BYTES = 2 * 1024 * 1024;

export interface RouteRequest {
  readonly method: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  /** The body as text; `json` reads it. */
  readonly text: string;
  /** The body as a JSON object; refuses anything else. */
  json(): Record<string, unknown>;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Closes the connection without an answer. */
  readonly drop?: boolean;
  /** Takes the response over, for files and event streams. */
  readonly stream?: (response: ServerResponse) => void;
}

export type Handler = (request: RouteRequest) => Answer | Promise<Answer>;

interface Route {
  readonly method: string;
  readonly segments: readonly string[];
  readonly handler: Handler;
}

/** Matches method and path (`/a/:name`, a last `*` takes the rest) and answers JSON. */
export class HttpRouter {
  private readonly routes: Route[] = [];

  on(method: string, pattern: string, handler: Handler): void {
    this.routes.push({ method, segments: pattern.split('/').slice(1), handler });
  }

  /** Answers one request, errors included; never rejects. */
  async answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    let answer: Answer;
    try {
      answer = await this.run(incoming);
    } catch (error) {
      const refusal = error instanceof ServiceRefusal ? error : new ServiceRefusal(500, 'ServiceError', String(error));
      answer = { status: refusal.status, body: { error: { code: refusal.code, message: refusal.message } } };
    }
    send(response, answer);
  }

  private async run(incoming: IncomingMessage): Promise<Answer> {
    const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
    const segments = url.pathname.split('/').slice(1);
    const method = incoming.method ?? 'GET';
    for (const route of this.routes) {
      if (route.method !== method) continue;
      const parameters = match(route.segments, segments);
      if (!parameters) continue;
      const text = await readBody(incoming);
      return route.handler({
        method,
        path: url.pathname,
        parameters,
        query: url.searchParams,
        headers: incoming.headers,
        text,
        json: () => readJson(text),
      });
    }
    return { status: 404, body: { error: { code: 'NotFound', message: `There is no ${method} ${url.pathname}.` } } };
  }
}

function match(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    if (part === '*') {
      parameters.rest = segments.slice(index).map(decode).join('/');
      return parameters;
    }
    const segment = segments[index];
    if (segment === undefined) return undefined;
    if (part.startsWith(':')) parameters[part.slice(1)] = decode(segment);
    else if (part !== segment) return undefined;
  }
  return pattern.length === segments.length ? parameters : undefined;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new ServiceRefusal(400, 'BadSyntax', 'The path is not valid percent-encoding.');
  }
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > BODY_LIMIT_BYTES) throw new ServiceRefusal(413, 'MessageSizeTooBig', 'The body is larger than 2 MiB.');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readJson(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ServiceRefusal(400, 'BadSyntax', 'The body is not JSON.');
  }
  if (!isRecord(value)) throw new ServiceRefusal(400, 'BadSyntax', 'The body is not a JSON object.');
  return value;
}

function send(response: ServerResponse, answer: Answer): void {
  if (answer.drop) {
    response.socket?.destroy();
    return;
  }
  if (answer.stream) {
    answer.stream(response);
    return;
  }
  const body = answer.body === undefined ? '' : JSON.stringify(answer.body);
  response.writeHead(answer.status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...answer.headers,
  });
  response.end(body);
}
