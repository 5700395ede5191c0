import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FigureMaker, FiguresInput, RoundFigures } from '../../src/domain/figures';
import { CodedError } from '../../src/kernel/coded-error';
import { builtWorker } from './built-worker';

type Made = Omit<RoundFigures, 'frozenAt'>;

/** The closing of 10,000 pairs, cut by twelve sites, took 33 seconds of one slow core. */
const longestMilliseconds = 5 * 60_000;

/** Makes figures in a thread of its own, so that the server goes on answering. A thread loads built files only, in tests too. Throws `worker-not-built`. */
export function createFigureThread(limitMilliseconds = longestMilliseconds): FigureMaker {
  const file = builtWorker(join('workers', 'figures-worker.js'));
  return {
    makeFigures: (input: FiguresInput) =>
      new Promise<Made>((resolve, reject) => {
        const worker = new Worker(file, { workerData: input });
        const fail = (why: string, cause?: unknown): void => {
          clearTimeout(limit);
          reject(new CodedError('figures-failed', why, { round: input.round.round }, { cause }));
          void worker.terminate();
        };
        const limit = setTimeout(() => {
          fail('Making the figures of a round took too long');
        }, limitMilliseconds);
        worker.once('message', (made: Made) => {
          clearTimeout(limit);
          resolve(made);
        });
        worker.once('error', (cause) => {
          fail('The figures of a round could not be made', cause);
        });
        worker.once('exit', () => {
          fail('The thread that makes figures ended without an answer');
        });
      }),
  };
}
