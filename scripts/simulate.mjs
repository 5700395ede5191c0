/*
 * `npm run simulate`: plays the simulated rounds of src/insight/simulator and writes the tables of docs/decisions/measure.md, how often each interval
 * holds the true change, or difference. Seeds are fixed: it writes the same until a formula or a case changes. A test holds the table to the simulator.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ensureBuilt, ensureInstalled, root } from './ensure-installed.mjs';

const say = (words) => void process.stderr.write(`${words}\n`);
ensureInstalled({ say, quiet: true });
ensureBuilt({ say, quiet: true });

const require = createRequire(import.meta.url);
const { listComparedCoverage, listCoverage, tabulateComparedCoverage, tabulateCoverage } = require(
  join(root, 'build', 'js', 'src', 'insight', 'simulator', 'tabulate-coverage.js'),
);
const file = join(root, 'docs', 'decisions', 'measure.md');
const tables = {
  coverage: () => tabulateCoverage(listCoverage()),
  'compared coverage': () => tabulateComparedCoverage(listComparedCoverage()),
};
let text = readFileSync(file, 'utf8');
for (const [name, tabulate] of Object.entries(tables)) {
  const marks = new RegExp(`(<!-- ${name} -->\\n)[^]*?(\\n<!-- -->)`, 'u');
  if (!marks.test(text)) throw new Error(`${file} has no place for the table after <!-- ${name} -->.`);
  text = text.replace(marks, (_, before, after) => `${before}\n${tabulate()}${after}`);
}
writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
