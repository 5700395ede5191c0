/*
 * `npm test`: installs what is missing, then checks everything a change must pass, and ends with one line
 * `N passed, N failed` that counts every test of jest and one for each other step. All steps run even when an early one
 * fails, so that one run tells all there is to mend. Lint takes as long as all the other steps together and needs none
 * of them, so it runs beside them, and beside the first tests.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, ensureBrowser, ensureInstalled, root, run, runTool, startTool } from './ensure-installed.mjs';
import { finish, passes, runJest } from './half-result.mjs';

process.env.TZ = 'Asia/Kathmandu';
const script = (name) => run(process.execPath, [join(root, 'scripts', name)]);
const prettierCache = ['--cache', '--cache-strategy', 'content', '--cache-location', 'build/.prettier-cache'];

const compiledSince = new Date();
const steps = [
  ['Browser for the end-to-end tests', () => void (process.env.PASSERELLE_CHROMIUM = ensureBrowser())],
  ['Types', () => runTool('typescript', 'bin/tsc', ['-b'])],
  ['Build', () => build({ compiledSince })],
  ['Structure', () => script('check-structure.mjs')],
  ['Format', () => runTool('prettier', 'bin/prettier.cjs', ['--check', '.', '--log-level', 'warn', ...prettierCache])],
  ['Licences', () => script('check-licences.mjs')],
  ['Bill of materials', () => script('sbom.mjs')],
  ['Teams package', () => script('package.mjs')],
];

const installed = passes('Packages', () => {
  ensureInstalled();
  mkdirSync(join(root, 'build'), { recursive: true });
});
if (!installed) finish('npm test', { passed: 0, failed: 1, failures: ['Packages'] });

const lint = startTool('eslint', 'bin/eslint.js', ['.', '--max-warnings', '0']);
const failed = steps.filter(([name, step]) => !passes(name, step)).map(([name]) => name);
console.log('\n— Tests');
const tests = runJest(process.argv.slice(2));

const { status, output } = await lint;
if (!passes('Lint', () => status)) failed.push('Lint');
process.stdout.write(output);
finish('npm test', {
  passed: steps.length + 1 - failed.length + tests.passed,
  failed: failed.length + tests.failed,
  failures: [...failed, ...tests.failures],
});
