import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { CodedError } from '../../src/kernel/coded-error';
import { classifyFailure, failureCode } from './storage-failure';

/** How often and how long a call to the store is tried, in real time. */
export interface Retries {
  readonly tries: number;
  /** One try is given up after so many milliseconds. */
  readonly perTryMs: number;
  /** No try begins later than this, and none goes on longer. */
  readonly totalMs: number;
  /** Before the second try, the third and so on. */
  readonly pausesMs: readonly number[];
  sleep(milliseconds: number): Promise<void>;
  /** Milliseconds on a clock that never goes back. */
  elapsed(): number;
}

/** Four tries within 8 seconds. */
export const storageRetries: Retries = {
  tries: 4,
  perTryMs: 5_000,
  totalMs: 8_000,
  pausesMs: [200, 600, 1_200],
  sleep: async (milliseconds) => {
    await pause(milliseconds);
  },
  elapsed: () => performance.now(),
};

/** Told of each try that failed and is followed by another, or of a lost answer that was settled. */
export type StorageLog = (event: {
  readonly event: 'storage-retry' | 'storage-settled';
  readonly operation: string;
  readonly attempt: number;
  readonly code: string;
}) => void;

/**
 * What `attempt` returns at its first success.
 * Throws `storage-unavailable` when the tries or the time are used up, `storage-refused` where no try would help,
 * and conflicts, missing rows and CodedErrors as they come.
 */
export async function withRetries<T>(
  retries: Retries,
  operation: string,
  attempt: (signal: AbortSignal) => Promise<T>,
  log?: StorageLog,
): Promise<T> {
  const start = retries.elapsed();
  for (let n = 1; ; n++) {
    const left = retries.totalMs - (retries.elapsed() - start);
    try {
      return await withTimeout(Math.min(retries.perTryMs, left), attempt);
    } catch (error) {
      if (error instanceof CodedError) throw error;
      const failure = classifyFailure(error);
      if (failure === 'conflict' || failure === 'missing' || failure === 'too-large') throw error;
      if (failure === 'refused') throw refusedByStore(operation, error);
      const rest = retries.pausesMs[Math.min(n, retries.pausesMs.length) - 1] ?? 0;
      if (n >= retries.tries || retries.elapsed() - start + rest >= retries.totalMs)
        throw unavailable(operation, n, error);
      log?.({ event: 'storage-retry', operation, attempt: n, code: failureCode(error) });
      await retries.sleep(rest);
    }
  }
}

/** Runs with a signal that is aborted after so many milliseconds. */
export async function withTimeout<T>(milliseconds: number, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort();
  }, milliseconds);
  try {
    return await run(controller.signal);
  } finally {
    clearTimeout(timer);
  }
}

function unavailable(operation: string, attempt: number, cause: unknown): CodedError {
  return new CodedError(
    'storage-unavailable',
    `The store did not answer: ${operation} failed ${String(attempt)} times, last with ${failureCode(cause)}`,
    { operation, attempts: attempt, cause: failureCode(cause) },
    { cause },
  );
}

function refusedByStore(operation: string, cause: unknown): unknown {
  const status = (cause as { statusCode?: number }).statusCode;
  if (status === undefined) return cause;
  return new CodedError(
    'storage-refused',
    `The store refused ${operation} with ${failureCode(cause)}; see that the table exists and this identity may use it`,
    { operation, status, cause: failureCode(cause) },
    { cause },
  );
}
