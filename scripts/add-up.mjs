/*
 * What CI runs: several scripts one after the other, all of them also when an early one fails, and at the end one line
 * `N passed, N failed` over all. The counts are what each script left (scripts/half-result.mjs), never what it printed.
 *
 *   node scripts/add-up.mjs SCRIPT ...
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'passerelle-counts-'));
const halves = process.argv.slice(2).map((script, index) => countsOf(script, join(folder, `${index}.json`)));
rmSync(folder, { recursive: true, force: true });

const failures = halves.flatMap((half) => half.failures);
if (failures.length > 0) console.log(`\nWhat failed in all:\n${failures.join('\n')}`);
const sum = (name) => halves.reduce((total, half) => total + half[name], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 && halves.length > 0 ? 0 : 1;

/** A script that left no counts has failed once, and so has one that ended badly without naming a failure. */
function countsOf(script, file) {
  const { status } = spawnSync(process.execPath, [script], {
    env: { ...process.env, PASSERELLE_RESULT_FILE: file },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  try {
    const { passed, failed, failures = [] } = JSON.parse(readFileSync(file, 'utf8'));
    if (![passed, failed].every(Number.isSafeInteger)) throw new Error('no counts');
    const isBad = failed === 0 && status !== 0;
    return { passed, failed: isBad ? 1 : failed, failures: isBad ? [`${script} ended with ${status}`] : failures };
  } catch {
    return { passed: 0, failed: 1, failures: [`${script} left no counts`] };
  }
}
