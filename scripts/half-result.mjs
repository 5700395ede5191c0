/*
 * How a run of tests tells what came of it. Alone it ends with one line `N passed, N failed`; as a half of a larger run
 * (scripts/add-up.mjs names a file for it) it leaves its counts there, and whoever adds up prints that line.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root, runTool } from './ensure-installed.mjs';

const file = process.env.PASSERELLE_RESULT_FILE;
// Not for what this run starts.
delete process.env.PASSERELLE_RESULT_FILE;

/** Ends the run. `failures` has one line for each: of a long output, somebody may have the last lines only. */
export function finish(name, { passed, failed, failures = [] }) {
  if (failures.length > 0) console.log(`\nWhat failed:\n${failures.join('\n')}`);
  if (file === undefined) console.log(`\n${passed} passed, ${failed} failed`);
  else {
    writeFileSync(file, JSON.stringify({ passed, failed, failures }));
    console.log(`\n${name}: ${passed} passed, ${failed} failed`);
  }
  process.exit(failed === 0 ? 0 : 1);
}

/** Runs jest and counts its tests. A suite that could not start holds none, so it is one failure; so is a run without a report. */
export function runJest(args) {
  const report = join(root, 'build', 'test-report.json');
  rmSync(report, { force: true });
  // The report goes to the file; jest's own words go to stderr, and its second copy of the report nowhere.
  const exitCode = runTool('jest', 'bin/jest.js', ['--json', `--outputFile=${report}`, ...args], {
    discardOutput: true,
  });
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    return {
      passed: numPassedTests,
      failed: failed === 0 && exitCode !== 0 ? 1 : failed,
      failures: failed === 0 && exitCode !== 0 ? [`jest ended with ${exitCode}`] : testResults.flatMap(failuresOf),
    };
  } catch {
    return { passed: 0, failed: 1, failures: ['jest left no report'] };
  }
}

/** One line for each test of a file that failed, or for the file where it could not start. */
function failuresOf({ name, status, message, assertionResults }) {
  const path = relative(root, name);
  const failed = assertionResults.filter((one) => one.status === 'failed');
  if (failed.length === 0) return status === 'failed' ? [`${path}: ${inOneLine(message)}`] : [];
  return failed.map(({ fullName, failureMessages }) => `${path}: ${fullName}: ${inOneLine(failureMessages.join(' '))}`);
}

/** The beginning of a message, without the colours of a terminal. */
function inOneLine(message) {
  return stripVTControlCharacters(message).replaceAll(/\s+/gu, ' ').slice(0, 500);
}

/** Runs a step; true when it went well. */
export function passes(name, step) {
  console.log(`\n— ${name}`);
  try {
    return (step() ?? 0) === 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}
