import type { RealClock } from '../../../src/kernel/clock';
import { CodedError } from '../../../src/kernel/coded-error';
import { retryAfterMilliseconds } from './retry-after';
import { connectorUrl, isAllowedServiceUrl, type ServiceHosts } from './service-url';
import type { TokenSource } from './token-source';

export interface ConnectorRequestOptions {
  readonly tokens: TokenSource;
  readonly serviceHosts: ServiceHosts;
  readonly realClock: RealClock;
  readonly fetch?: typeof fetch;
  /** Default 15 s. */
  readonly timeoutMilliseconds?: number;
}

/** What came of a request, before anyone decides what it means for a message. */
export type ConnectorAnswer =
  | { readonly kind: 'done'; readonly body: unknown }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: string;
      readonly retryAfterMilliseconds: number;
    }
  /** Failed before a byte of the request was written. */
  | { readonly kind: 'not-sent'; readonly reason: string }
  /** Cut or timed out with the request on its way. */
  | { readonly kind: 'unknown'; readonly reason: string };

export interface ConnectorCall {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly serviceUrl: string;
  /** Segments below the service URL. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export type ConnectorRequest = (call: ConnectorCall) => Promise<ConnectorAnswer>;

const beforeAnyByte = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * One request to the connector over kept-alive connections; never repeated by itself, save once with a fresh token
 * after a 401, which by definition did nothing. No text of a message is ever logged or put into an error.
 */
export function createConnectorRequest(options: ConnectorRequestOptions): ConnectorRequest {
  return async (call) => {
    if (!isAllowedServiceUrl(call.serviceUrl, options.serviceHosts))
      return { kind: 'refused', status: 0, code: 'service-url-refused', retryAfterMilliseconds: 0 };
    const first = await once(options, call);
    return first.kind === 'refused' && first.status === 401 ? once(options, call) : first;
  };
}

async function once(options: ConnectorRequestOptions, call: ConnectorCall): Promise<ConnectorAnswer> {
  let token: string;
  try {
    token = await options.tokens.token();
  } catch (error) {
    return { kind: 'not-sent', reason: error instanceof CodedError ? error.code : 'connector-token-unavailable' };
  }
  let response: Response;
  try {
    response = await (options.fetch ?? fetch)(connectorUrl(call.serviceUrl, call.path, call.query), {
      method: call.method,
      redirect: 'error',
      headers: {
        authorization: `Bearer ${token}`,
        ...(call.body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      signal: AbortSignal.timeout(options.timeoutMilliseconds ?? 15_000),
    });
  } catch (error) {
    return transportFailure(error);
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return { kind: 'done', body };
  if (response.status === 401) options.tokens.refused(token);
  return {
    kind: 'refused',
    status: response.status,
    code: codeOf(body),
    retryAfterMilliseconds: retryAfterMilliseconds(response.headers.get('retry-after'), options.realClock.now()),
  };
}

function transportFailure(error: unknown): ConnectorAnswer {
  if (textOf(error, 'name') === 'TimeoutError') return { kind: 'unknown', reason: 'timeout' };
  const code = textOf(fieldOf(error, 'cause'), 'code') ?? 'connection-lost';
  return beforeAnyByte.has(code) ? { kind: 'not-sent', reason: code } : { kind: 'unknown', reason: code };
}

function codeOf(body: unknown): string {
  return textOf(fieldOf(body, 'error'), 'code')?.slice(0, 60) ?? '';
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function textOf(value: unknown, name: string): string | undefined {
  const field = fieldOf(value, name);
  return typeof field === 'string' ? field : undefined;
}
