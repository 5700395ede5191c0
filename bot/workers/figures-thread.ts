import { join } from 'node:path';
import type { FigureMaker, FiguresInput, RoundFigures } from '../../src/domain/figures';
import { CodedError } from '../../src/kernel/coded-error';
import { builtWorker } from './built-worker';
import { runInThread, type ThreadEnd } from './run-in-thread';

type Made = Omit<RoundFigures, 'frozenAt'>;

/** The closing of 10,000 pairs, cut by twelve sites, took 33 seconds of one slow core. */
const longestMilliseconds = 5 * 60_000;

const words: Readonly<Record<ThreadEnd, string>> = {
  'too-long': 'Making the figures of a round took too long',
  failed: 'The figures of a round could not be made',
  silent: 'The thread that makes figures ended without an answer',
};

/** Makes figures in a thread of its own, so that the server goes on answering. A thread loads built files only, in tests too. Throws `worker-not-built`. */
export function createFigureThread(limitMilliseconds = longestMilliseconds): FigureMaker {
  const file = builtWorker(join('workers', 'figures-worker.js'));
  return {
    makeFigures: (input: FiguresInput) =>
      runInThread<Made>({
        file,
        work: input,
        limitMilliseconds,
        errorOf: (end, cause) => new CodedError('figures-failed', words[end], { round: input.round.round }, { cause }),
      }),
  };
}
