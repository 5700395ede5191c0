/*
 * How a run of tests tells what came of it. Alone it ends with one line `N passed, N failed`; as a half of a larger run
 * (scripts/add-up.mjs names a file for it) it leaves its counts there, and whoever adds up prints that line.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runTool } from './ensure-installed.mjs';

const file = process.env.PASSERELLE_RESULT_FILE;
// Not for what this run starts.
delete process.env.PASSERELLE_RESULT_FILE;

/** Ends the run. */
export function finish(name, { passed, failed }) {
  if (file === undefined) console.log(`\n${passed} passed, ${failed} failed`);
  else {
    writeFileSync(file, JSON.stringify({ passed, failed }));
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
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    const failures = numFailedTests + numRuntimeErrorTestSuites;
    return { passed: numPassedTests, failed: failures === 0 && exitCode !== 0 ? 1 : failures };
  } catch {
    return { passed: 0, failed: 1 };
  }
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
