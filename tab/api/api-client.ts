import { safeParse, type core } from 'zod/mini';
import { problemSchema, type Problem } from '../../src/dispatch/problem-api-contract';
import type { Language } from '../host/host';
import type { TokenSource } from './token-source';

/** A refusal as the page shows it. The first three are found out here; the others are the server's, with its words. */
export interface ShownProblem {
  readonly code: 'offline' | 'no-token' | 'unreadable' | Problem['code'];
  readonly message?: string;
  readonly correlationId?: string;
  readonly fields?: Problem['fields'];
}

export type Answer<T> =
  | { readonly kind: 'value'; readonly value: T; readonly etag?: string }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'problem'; readonly problem: ShownProblem };

export interface Call<T> {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  /** Reads the answer; a shape that does not fit is a problem, never a half-drawn page. */
  readonly schema: core.$ZodType<T>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface ApiClient {
  send<T>(call: Call<T>): Promise<Answer<T>>;
  /** A file of the API, such as the CSV of the board. */
  file(path: string): Promise<Answer<Blob>>;
}

interface Needs {
  readonly base: string;
  readonly token: TokenSource;
  readonly fetch: typeof fetch;
  readonly language: Language;
}

type Sent = { readonly kind: 'response'; readonly response: Response } | Exclude<Answer<never>, { kind: 'value' }>;

/** Calls of the tab's own API: a token with each call, asked for once more when the server finds it refused or too old. */
export function createApiClient(needs: Needs): ApiClient {
  async function once(call: Omit<Call<unknown>, 'schema'>, fresh: boolean): Promise<Sent> {
    let token: string;
    try {
      token = await needs.token(fresh);
    } catch {
      return { kind: 'problem', problem: { code: 'no-token' } };
    }
    try {
      const response = await needs.fetch(`${needs.base}${call.path}`, {
        method: call.method ?? 'GET',
        headers: {
          authorization: `Bearer ${token}`,
          'accept-language': needs.language,
          ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...call.headers,
        },
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
        ...(call.signal === undefined ? {} : { signal: call.signal }),
        cache: 'no-store',
      });
      if (response.status === 304) return { kind: 'unchanged' };
      if (response.ok) return { kind: 'response', response };
      return { kind: 'problem', problem: await readProblem(response) };
    } catch {
      return call.signal?.aborted === true ? { kind: 'cancelled' } : { kind: 'problem', problem: { code: 'offline' } };
    }
  }

  async function call(what: Omit<Call<unknown>, 'schema'>): Promise<Sent> {
    const first = await once(what, false);
    return first.kind === 'problem' && renewable.has(first.problem.code) ? once(what, true) : first;
  }

  return {
    async send(what) {
      const sent = await call(what);
      if (sent.kind !== 'response') return sent;
      const etag = sent.response.headers.get('etag') ?? undefined;
      const parsed = safeParse(what.schema, await sent.response.json().catch(() => undefined));
      if (!parsed.success) return { kind: 'problem', problem: { code: 'unreadable' } };
      return { kind: 'value', value: parsed.data, ...(etag === undefined ? {} : { etag }) };
    },
    async file(path) {
      const sent = await call({ path });
      return sent.kind === 'response' ? { kind: 'value', value: await sent.response.blob() } : sent;
    },
  };
}

const renewable: ReadonlySet<string> = new Set(['not-signed-in', 'token-refused', 'token-too-old']);

async function readProblem(response: Response): Promise<ShownProblem> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  return { code: response.status === 404 ? 'not-found' : 'unreadable' };
}
