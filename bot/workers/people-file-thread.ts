import { Worker } from 'node:worker_threads';
import { refused, type Result } from '../../src/kernel/result';
import type { FileRefusal } from '../../src/people-file/people-issue';
import type { PeopleFile, ReadPeople, ReadPeopleFile } from '../../src/people-file/read-people-file';
import { builtWorker } from './built-worker';

/** What reading a file may take of the server. */
export interface ThreadLimits {
  /** Of 2,000,000 cells and the people made of them; a file of 20,000 people takes a fifth of it. */
  readonly heapMegabytes: number;
  /** A file of 50,000 rows takes a third of it on one slow core. */
  readonly milliseconds: number;
  /** One file at a time, so that the server keeps a core; so many more wait, each for half a minute at most. */
  readonly waiting: number;
}

const usualLimits: ThreadLimits = { heapMegabytes: 512, milliseconds: 30_000, waiting: 3 };

/**
 * Reads files of people in a thread of its own, one at a time, so that the server goes on answering whatever they are. What takes too long, or too much memory, is
 * ended and refused; `tell` hears of a thread that failed otherwise, and the file counts as damaged. A thread loads built files only, in tests too. Throws `worker-not-built`.
 */
export function createPeopleFileThread(
  tell: (error: unknown) => void,
  limits: ThreadLimits = usualLimits,
): ReadPeopleFile {
  const worker = builtWorker('people-file-worker.js');
  const waiting: (() => void)[] = [];
  let busy = false;
  return async (file) => {
    if (busy) {
      if (waiting.length >= limits.waiting) return refused('file-busy');
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
    }
    busy = true;
    try {
      return await readInThread(worker, file, limits, tell);
    } finally {
      const next = waiting.shift();
      if (next === undefined) busy = false;
      else next();
    }
  };
}

function readInThread(
  path: string,
  file: PeopleFile,
  { heapMegabytes, milliseconds }: ThreadLimits,
  tell: (error: unknown) => void,
): Promise<Result<ReadPeople, FileRefusal>> {
  return new Promise((resolve) => {
    const { fileName, map, leaveOut, today } = file;
    const worker = new Worker(path, {
      // A buffer may be a part of a larger one, which would go along.
      workerData: { bytes: new Uint8Array(file.bytes), fileName, map, leaveOut, today } satisfies PeopleFile,
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    });
    const end = (result: Result<ReadPeople, FileRefusal>): void => {
      clearTimeout(deadline);
      resolve(result);
      void worker.terminate();
    };
    const deadline = setTimeout(() => {
      end(refused('file-took-too-long'));
    }, milliseconds);
    worker.once('message', end);
    worker.once('error', (error: unknown) => {
      const isMemory = (error as { readonly code?: unknown } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
      if (!isMemory) tell(error);
      end(refused(isMemory ? 'file-too-much-memory' : 'file-broken'));
    });
    worker.once('exit', () => {
      end(refused('file-broken'));
    });
  });
}
