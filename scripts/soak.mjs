/*
 * `npm run soak`: the tests that get better with size, in full: every point at which a server can die, many random
 * moments, many seeds. Which they are follows from the code: the files that use tests/helpers/size.ts. Ends with one
 * line `N passed, N failed`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser, ensureBuilt, ensureInstalled, root } from './ensure-installed.mjs';
import { finish, passes, runJest } from './half-result.mjs';

process.env.TZ = 'Asia/Kathmandu';
process.env.PASSERELLE_TEST_SIZE = 'full';

const ready = passes('Packages, browser, build', () => {
  ensureInstalled();
  mkdirSync(join(root, 'build'), { recursive: true });
  process.env.PASSERELLE_CHROMIUM = ensureBrowser();
  ensureBuilt();
});
if (!ready) finish('npm run soak', { passed: 0, failed: 1, failures: ['Packages, browser, build'] });
console.log('\n— Tests in full');
finish('npm run soak', runJest(['--findRelatedTests', 'tests/helpers/size.ts', ...process.argv.slice(2)]));
