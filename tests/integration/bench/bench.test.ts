import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bySize } from '../../helpers/size';

const root = join(__dirname, '..', '..', '..');
const bench = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(root, 'scripts', 'bench.mjs'), ...args], { cwd: root, encoding: 'utf8' });

/** The one with a browser and two builds of a page in full only. */
const benches = bySize({ small: ['pairing'], full: ['pairing', 'tab'] });

test.each(benches)('%s reports one JSON document, every line with its peer, its ratio and its limit', (name) => {
  const { status, stdout } = bench(name, '--quick', '--no-install', '--json');
  expect(status).toBe(0);
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({ bench: name, machine: expect.stringContaining('Node') });
  expect(report.results.length).toBeGreaterThan(0);
  for (const result of report.results) {
    expect(result).toMatchObject({
      case: expect.any(String),
      other: expect.any(String),
      unit: expect.any(String),
      within: result.ratio <= result.limit,
    });
    for (const figure of [result.ours, result.otherFigure, result.ratio, result.limit])
      expect(figure).toBeGreaterThan(0);
    // Three figures of four significant digits each: one part in two thousand at most from each.
    expect(Math.abs((result.ratio * result.otherFigure) / result.ours - 1)).toBeLessThan(0.002);
  }
});

test.each([[['nothing-like-it']], [['pairing', '--rounds', '3']]])(
  'wrong usage ends with 2 and says how: %j',
  (args) => {
    const { status, stdout, stderr } = bench(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('Usage');
  },
);
