import { CodedError } from '../../src/kernel/coded-error';
import { builtWorker } from './built-worker';
import type { DocumentWork, DocumentWriters } from './document-work';
import { runInThread, type ThreadEnd } from './run-in-thread';

/** What a file may take of the server. */
export interface DocumentLimits {
  /** Loading the writers and writing a report took one second of one slow core. */
  readonly milliseconds: number;
  /** One at a time, so that the server keeps a core; so many more wait. */
  readonly waiting: number;
}

const usualLimits: DocumentLimits = { milliseconds: 30_000, waiting: 10 };

const words: Readonly<Record<ThreadEnd, string>> = {
  'too-long': 'Writing a file took too long',
  failed: 'A file could not be written',
  silent: 'The thread that writes files ended without an answer',
};

/**
 * Writes files in a thread of its own, one at a time, so that the server goes on answering. A thread loads built files only, in tests too. Throws
 * `worker-not-built`; the writers throw `report-too-long` as they do here, `document-failed` for any other failure, and `too-busy` where too many wait.
 */
export function createDocumentThread(limits: DocumentLimits = usualLimits): DocumentWriters {
  const file = builtWorker('document-worker.js');
  let last: Promise<unknown> = Promise.resolve();
  let asked = 0;
  const write =
    (writer: keyof DocumentWriters) =>
    async (told: unknown, about: unknown): Promise<Uint8Array> => {
      if (asked > limits.waiting) throw new CodedError('too-busy', 'Too many files wait to be written');
      asked += 1;
      const run = (): Promise<Uint8Array> =>
        runInThread<Uint8Array>({
          file,
          work: { writer, told, about } satisfies DocumentWork,
          limitMilliseconds: limits.milliseconds,
          errorOf: (end, cause) => new CodedError(codeOf(cause), words[end], { writer }, { cause }),
        });
      const written = last.then(run, run);
      last = written.catch(() => undefined);
      try {
        return await written;
      } finally {
        asked -= 1;
      }
    };
  return {
    writeBoardReport: write('writeBoardReport'),
    writeResultsWorkbook: write('writeResultsWorkbook'),
    writeSteeringReport: write('writeSteeringReport'),
  };
}

/** An error comes out of its thread as a copy, with its code and without its class. */
function codeOf(cause: unknown): 'report-too-long' | 'document-failed' {
  const isTooLong = typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'report-too-long';
  return isTooLong ? 'report-too-long' : 'document-failed';
}
