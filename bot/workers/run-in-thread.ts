import { Worker } from 'node:worker_threads';
import type { CodedError } from '../../src/kernel/coded-error';

/** How a thread may end without an answer. */
export type ThreadEnd = 'too-long' | 'failed' | 'silent';

interface ThreadRun {
  /** The built file that runs in the thread (`built-worker.ts`). */
  readonly file: string;
  /** What it is given, copied. */
  readonly work: unknown;
  readonly limitMilliseconds: number;
  readonly errorOf: (end: ThreadEnd, cause?: unknown) => CodedError;
}

/** Runs one piece of work in a thread of its own, which ends with it, and gives its one answer. Throws what `errorOf` makes of any other end. */
export function runInThread<T>({ file, work, limitMilliseconds, errorOf }: ThreadRun): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const worker = new Worker(file, { workerData: work });
    const fail = (end: ThreadEnd, cause?: unknown): void => {
      clearTimeout(limit);
      reject(errorOf(end, cause));
      void worker.terminate();
    };
    const limit = setTimeout(() => {
      fail('too-long');
    }, limitMilliseconds);
    worker.once('message', (answer: T) => {
      clearTimeout(limit);
      resolve(answer);
    });
    worker.once('error', (cause) => {
      fail('failed', cause);
    });
    worker.once('exit', () => {
      fail('silent');
    });
  });
}
