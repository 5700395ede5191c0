import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// Each case starts three Nodes of its own, on a machine that may be busy.
jest.setTimeout(60_000);

const scripts = resolve(__dirname, '../../../scripts');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-halves-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A half that ends as `npm test` and `npm run soak` do. */
const ends = (passed: number, failed: number, failures: readonly string[] = []): string =>
  `import { finish } from ${JSON.stringify(pathToFileURL(join(scripts, 'half-result.mjs')).href)};
   finish('a half', { passed: ${String(passed)}, failed: ${String(failed)}, failures: ${JSON.stringify(failures)} });`;

/** The lines that a machine reads, and the exit code, of a run of these halves; one without code is not there. */
function addUp(...halves: readonly (string | undefined)[]): {
  readonly lines: readonly string[];
  /** The last lines, which tell what failed. */
  readonly told: string;
  readonly exit: number;
} {
  const files = halves.map((code, index) => {
    const file = join(folder, `half-${String(index)}.mjs`);
    if (code !== undefined) writeFileSync(file, code);
    return file;
  });
  const { stdout, status } = spawnSync(process.execPath, [join(scripts, 'add-up.mjs'), ...files], { encoding: 'utf8' });
  const all = stdout.trimEnd().split('\n');
  const lines = all.filter((line) => /^\d+ passed, \d+ failed$/u.test(line));
  expect(all.at(-1)).toBe(lines.at(-1));
  return { lines, told: all.slice(all.indexOf('What failed in all:')).join('\n'), exit: status ?? -1 };
}

describe('the sum over the halves of CI', () => {
  it('is one line, and green when both are', () => {
    expect(addUp(ends(40, 0), ends(2, 0))).toMatchObject({ lines: ['42 passed, 0 failed'], exit: 0 });
  });

  it('adds what failed in either half, and runs the second after a first that failed', () => {
    expect(addUp(ends(39, 1), ends(2, 0))).toMatchObject({ lines: ['41 passed, 1 failed'], exit: 1 });
    expect(addUp(ends(40, 0), ends(0, 2))).toMatchObject({ lines: ['40 passed, 2 failed'], exit: 1 });
  });

  it('counts a half that cannot start as one failure', () => {
    expect(addUp(undefined, ends(2, 0))).toMatchObject({ lines: ['2 passed, 1 failed'], exit: 1 });
    expect(addUp(ends(40, 0), 'this is no script')).toMatchObject({ lines: ['40 passed, 1 failed'], exit: 1 });
  });

  it('believes the counts a half leaves, not what it prints', () => {
    const boasts = `console.log('a thousand tests are fine'); process.exit(0);`;
    expect(addUp(ends(40, 0), boasts)).toMatchObject({ lines: ['40 passed, 1 failed'], exit: 1 });
  });

  it('counts a half that ends badly after its counts as a failure', () => {
    const dies = `import { writeFileSync } from 'node:fs';
      writeFileSync(process.env.PASSERELLE_RESULT_FILE, JSON.stringify({ passed: 3, failed: 0 })); process.exit(137);`;
    expect(addUp(ends(40, 0), dies)).toMatchObject({ lines: ['43 passed, 1 failed'], exit: 1 });
  });

  it('ends with what failed in each half, a line each, and with nothing of the kind when all is well', () => {
    const missing = join(folder, 'half-1.mjs');
    expect(addUp(ends(40, 2, ['a.test.ts: it holds: 503', 'Lint']), undefined).told).toBe(
      `What failed in all:\na.test.ts: it holds: 503\nLint\n${missing} left no counts\n\n40 passed, 3 failed`,
    );
    expect(addUp(ends(40, 0)).told).not.toContain('What failed');
  });

  it('is not green without a half', () => {
    expect(addUp().exit).toBe(1);
  });
});

describe('a half alone', () => {
  it('ends with its own line', () => {
    const file = join(folder, 'alone.mjs');
    writeFileSync(file, ends(7, 1));
    const { stdout, status } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
    expect([stdout.trimEnd().split('\n').at(-1), status]).toEqual(['7 passed, 1 failed', 1]);
  });
});
