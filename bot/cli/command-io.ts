import { readFile } from 'node:fs/promises';
import { createRealClock } from '../real-clock';

/** What a command reads and writes; results on `out`, messages on `err`. */
export interface CommandIo {
  out(text: string): void;
  err(text: string): void;
  /** The bytes of a file a person named. */
  read(path: string): Promise<Uint8Array>;
  /** Milliseconds of a clock that only goes forward; for measuring. */
  milliseconds(): number;
  /** Today as an ISO date, against which the dates of a file count. */
  today(): string;
}

/** The terminal and the file system. A reader that stops early, as `head` does, ends the output without an error. */
export function processIo(): CommandIo {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    read: (path) => readFile(path),
    milliseconds: () => performance.now(),
    today: () => createRealClock().now().slice(0, 10),
  };
}
