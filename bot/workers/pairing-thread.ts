import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DraftResult, Pairer } from '../../src/draft/pairer';
import { CodedError } from '../../src/kernel/coded-error';

/** A draft that takes longer than this is given up. */
const longestMilliseconds = 15 * 60_000;

/**
 * Chooses pairs in a thread of its own, so that the server goes on answering. A thread loads built files only, in tests too.
 * Throws `worker-not-built` with the remedy, `pairing-failed`, `pairing-too-long`.
 */
export function createPairingThread(limitMilliseconds = longestMilliseconds): Pairer {
  const file = builtWorker();
  return (people, options) =>
    new Promise<DraftResult>((resolve, reject) => {
      const worker = new Worker(file, { workerData: { people, options } });
      const timer = setTimeout(() => {
        reject(new CodedError('pairing-too-long', 'Choosing the pairs took too long', { people: people.length }));
        void worker.terminate();
      }, limitMilliseconds);
      worker.once('message', (result: DraftResult) => {
        clearTimeout(timer);
        resolve(result);
      });
      worker.once('error', (cause) => {
        clearTimeout(timer);
        reject(new CodedError('pairing-failed', 'The pairs could not be chosen', { people: people.length }, { cause }));
      });
      worker.once('exit', (code) => {
        clearTimeout(timer);
        reject(new CodedError('pairing-failed', 'The thread that chooses the pairs ended without an answer', { code }));
      });
    });
}

function builtWorker(): string {
  // From the sources (under test) the built file lies in build/; from build/ it lies beside this one.
  const here = __dirname.includes(`${sep}build${sep}js${sep}`)
    ? __dirname
    : join(__dirname, '..', '..', 'build', 'js', 'bot', 'workers');
  const file = join(here, 'pairing-worker.js');
  if (!existsSync(file)) throw new CodedError('worker-not-built', 'The worker is not built: run `npm run build`');
  return file;
}
