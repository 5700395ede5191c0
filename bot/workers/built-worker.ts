import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import { CodedError } from '../../src/kernel/coded-error';

/** The built file of a worker, by its path within `bot`. Throws `worker-not-built` with the remedy. */
export function builtWorker(path: string): string {
  // From the sources (under test) the built file lies in build/; from build/ it lies beside this folder.
  const bot = __dirname.includes(`${sep}build${sep}js${sep}`)
    ? join(__dirname, '..')
    : join(__dirname, '..', '..', 'build', 'js', 'bot');
  const file = join(bot, path);
  if (!existsSync(file)) throw new CodedError('worker-not-built', 'The worker is not built: run `npm run build`');
  return file;
}
