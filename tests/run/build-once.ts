import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Shared } from './shared-desk';

const root = join(__dirname, '../..');
/** The same as `npm start` does; a script of modules, which jest cannot load by itself. */
const ensureBuilt = `import('./scripts/ensure-installed.mjs').then(({ ensureBuilt }) => ensureBuilt({ quiet: true }))`;

/** Server, tab and page of Local Teams, built anew where a source is newer than them. */
export async function buildOnce(): Promise<Shared> {
  await promisify(execFile)(process.execPath, ['-e', ensureBuilt], { cwd: root });
  return { address: join(root, 'build'), stop: () => Promise.resolve() };
}
