/*
 * `npm test`: installs what is missing, then checks everything a change must pass, in this order, and ends with one
 * line `N passed, N failed` that counts every test of jest and one for each other step. All steps run even when an
 * early one fails, so that one run tells all there is to mend.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, ensureBrowser, ensureInstalled, root, run, runTool } from './ensure-installed.mjs';

process.env.TZ = 'Asia/Kathmandu';
const report = join(root, 'build', 'test-report.json');
const script = (name) => run(process.execPath, [join(root, 'scripts', name)]);

const steps = [
  ['Browser for the end-to-end tests', () => void (process.env.PASSERELLE_CHROMIUM = ensureBrowser())],
  ['Types', () => runTool('typescript', 'bin/tsc', ['-b'])],
  ['Build', () => build()],
  ['Lint', () => runTool('eslint', 'bin/eslint.js', ['.', '--max-warnings', '0'])],
  ['Structure', () => script('check-structure.mjs')],
  ['Format', () => runTool('prettier', 'bin/prettier.cjs', ['--check', '.', '--log-level', 'warn'])],
  ['Licences', () => script('check-licences.mjs')],
  ['Bill of materials', () => script('sbom.mjs')],
  ['Teams package', () => script('package.mjs')],
];

const failed = [];
try {
  say('Packages');
  ensureInstalled();
  mkdirSync(join(root, 'build'), { recursive: true });
  for (const [name, step] of steps) if (!passes(name, step)) failed.push(name);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  finish(0, 1);
}

say('Tests');
rmSync(report, { force: true });
const status = runTool('jest', 'bin/jest.js', ['--json', `--outputFile=${report}`, ...process.argv.slice(2)], {
  // The report goes to the file; jest's own words go to stderr, and its second copy of the report nowhere.
  discardOutput: true,
});
const tests = readReport(status);
if (failed.length > 0) console.log(`\nFailed before the tests: ${failed.join(', ')}.`);
finish(steps.length - failed.length + tests.passed, failed.length + tests.failed);

function passes(name, step) {
  say(name);
  try {
    return (step() ?? 0) === 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

/** A suite that could not start holds no tests, so it counts as one failure; so does a run without a report. */
function readReport(exitCode) {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    const failures = numFailedTests + numRuntimeErrorTestSuites;
    return { passed: numPassedTests, failed: failures === 0 && exitCode !== 0 ? 1 : failures };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function say(step) {
  console.log(`\n— ${step}`);
}

function finish(passedCount, failedCount) {
  console.log(`\n${passedCount} passed, ${failedCount} failed`);
  process.exit(failedCount === 0 ? 0 : 1);
}
