import { readFileSync, statSync } from 'node:fs';
import { CodedError } from '../src/kernel/coded-error';

/**
 * A secret kept in a file, read again whenever the file changes, so that it is rotated without a restart. While the file is being
 * replaced and cannot be read, the last good secret serves. The first read throws `secret-unreadable`.
 */
export function secretInFile(variable: string, path: string): () => string {
  let last: { readonly stamp: string; readonly secret: string } | undefined;
  const read = (): string => {
    try {
      const { mtimeMs, size, ino } = statSync(path);
      const stamp = `${mtimeMs}|${size}|${ino}`;
      if (last?.stamp !== stamp) {
        const secret = readFileSync(path, 'utf8').trim();
        if (secret !== '') last = { stamp, secret };
      }
    } catch {
      // Judged below: only a secret that was never read is an error.
    }
    if (last === undefined)
      throw new CodedError('secret-unreadable', `${variable} names a file that cannot be read or is empty`, {
        variable,
      });
    return last.secret;
  };
  read();
  return read;
}
