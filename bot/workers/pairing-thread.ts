import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DraftResult, Pairer } from '../../src/draft/pairer';
import { CodedError } from '../../src/kernel/coded-error';
import { builtWorker } from './built-worker';

/** A draft that takes longer than this is given up. */
const longestMilliseconds = 15 * 60_000;

/** How often the caller is asked whether to give up. */
const askEvery = 200;

/** What the thread tells: the share of the work that is done, and at last the result. */
export type PairingMessage = { readonly progress: number } | { readonly result: DraftResult };

/**
 * Chooses pairs in a thread of its own, so that the server goes on answering. A thread loads built files only, in tests too.
 * Throws `worker-not-built` with the remedy, `pairing-failed`, `pairing-too-long`, `pairing-cancelled`.
 */
export function createPairingThread(limitMilliseconds = longestMilliseconds): Pairer {
  const file = builtWorker(join('workers', 'pairing-worker.js'));
  return (people, { progress, cancelled, ...options }) =>
    new Promise<DraftResult>((resolve, reject) => {
      const worker = new Worker(file, { workerData: { people, options } });
      const stop = (error?: CodedError): void => {
        clearTimeout(limit);
        clearInterval(asking);
        if (error === undefined) return;
        reject(error);
        void worker.terminate();
      };
      const limit = setTimeout(() => {
        stop(new CodedError('pairing-too-long', 'Choosing the pairs took too long', { people: people.length }));
      }, limitMilliseconds);
      const asking = setInterval(() => {
        if (cancelled?.() === true) stop(new CodedError('pairing-cancelled', 'The choice of pairs was given up'));
      }, askEvery);
      worker.on('message', (message: PairingMessage) => {
        if ('progress' in message) {
          progress?.(message.progress);
          return;
        }
        stop();
        resolve(message.result);
      });
      worker.once('error', (cause) => {
        stop(new CodedError('pairing-failed', 'The pairs could not be chosen', { people: people.length }, { cause }));
      });
      worker.once('exit', (code) => {
        stop(new CodedError('pairing-failed', 'The thread that chooses the pairs ended without an answer', { code }));
      });
    });
}
