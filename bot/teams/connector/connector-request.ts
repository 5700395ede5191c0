import type { RealClock } from '../../../src/kernel/clock';
import { CodedError } from '../../../src/kernel/coded-error';
import { timedOut } from '../../../src/domain/send-outcome';
import type { RequestBudget, Urgency } from '../../request-budget';
import { errorCodeOf } from './error-code';
import { retryAfterMilliseconds } from './retry-after';
import { connectorUrl, isAllowedServiceUrl, type ServiceHosts } from './service-url';
import type { TokenSource } from './token-source';

export interface ConnectorRequestOptions {
  readonly tokens: TokenSource;
  readonly serviceHosts: ServiceHosts;
  readonly realClock: RealClock;
  /** Every request takes its place in it. */
  readonly budget: RequestBudget;
  readonly fetch?: typeof fetch;
  /** Default `longestSend`. */
  readonly timeoutMilliseconds?: number;
}

/** Milliseconds that one send may take, with all requests that belong to it: whose chat hangs holds up nobody for longer. */
export const longestSend = 10_000;

/** What came of a request, before anyone decides what it means for a message. */
export type ConnectorAnswer =
  | { readonly kind: 'done'; readonly body: unknown }
  | {
      readonly kind: 'refused';
      readonly status: number;
      /** One that is known, else ''. */
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

/** What belongs together: a chat opened and the message that goes into it. Its time runs from its first place in the budget. */
export interface Operation {
  /** Waits for the next place. */
  readonly place: () => Promise<void>;
  /** Ends with the operation's time; to be asked for once a place was given. */
  readonly signal: () => AbortSignal;
}

export type ConnectorRequest = (call: ConnectorCall, operation: Operation) => Promise<ConnectorAnswer>;

/** An operation whose first request has the urgency given, or has its place already; those that follow wait for nothing that could wait. */
export function beginOperation(
  { budget, timeoutMilliseconds = longestSend }: ConnectorRequestOptions,
  first: Urgency | 'has-its-place',
): Operation {
  let next: Urgency | 'has-its-place' = first;
  let signal: AbortSignal | undefined;
  return {
    place: async () => {
      const urgency = next;
      next = 'at-once';
      if (urgency !== 'has-its-place') await budget.take(urgency);
      signal ??= AbortSignal.timeout(timeoutMilliseconds);
    },
    signal: () => (signal ??= AbortSignal.timeout(timeoutMilliseconds)),
  };
}

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
  return async (call, operation) => {
    if (!isAllowedServiceUrl(call.serviceUrl, options.serviceHosts))
      return { kind: 'refused', status: 0, code: 'service-url-refused', retryAfterMilliseconds: 0 };
    const first = await once(options, call, operation);
    return first.kind === 'refused' && first.status === 401 ? once(options, call, operation) : first;
  };
}

async function once(
  options: ConnectorRequestOptions,
  call: ConnectorCall,
  operation: Operation,
): Promise<ConnectorAnswer> {
  await operation.place();
  const signal = operation.signal();
  let token: string;
  try {
    token = await beforeEnd(options.tokens.token(), signal);
  } catch (error) {
    if (signal.aborted) return { kind: 'not-sent', reason: timedOut };
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
      signal,
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
    code: errorCodeOf(body),
    retryAfterMilliseconds: retryAfterMilliseconds(response.headers.get('retry-after'), options.realClock.now()),
  };
}

function transportFailure(error: unknown): ConnectorAnswer {
  if (textOf(error, 'name') === 'TimeoutError') return { kind: 'unknown', reason: timedOut };
  const code = textOf(fieldOf(error, 'cause'), 'code') ?? 'connection-lost';
  return beforeAnyByte.has(code) ? { kind: 'not-sent', reason: code } : { kind: 'unknown', reason: code };
}

/** What the work gives; rejects once the signal ends. */
async function beforeEnd<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  work.catch(() => undefined);
  let end: (() => void) | undefined;
  const ended = new Promise<never>((_resolve, reject) => {
    end = () => {
      reject(new CodedError('operation-ended', 'The time of the operation is over.'));
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    if (end !== undefined) signal.removeEventListener('abort', end);
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function textOf(value: unknown, name: string): string | undefined {
  const field = fieldOf(value, name);
  return typeof field === 'string' ? field : undefined;
}
