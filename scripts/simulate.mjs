/*
 * `npm run simulate`: plays the simulated rounds of src/insight/simulator and writes the table of docs/decisions/measure.md, how often each interval
 * holds the true change. Seeds are fixed: it writes the same until a formula or a case changes. A test holds the table to the simulator.
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
const { listCoverage, tabulateCoverage } = require(
  join(root, 'build', 'js', 'src', 'insight', 'simulator', 'tabulate-coverage.js'),
);
const file = join(root, 'docs', 'decisions', 'measure.md');
const marks = /(<!-- coverage -->\n)[^]*?(\n<!-- -->)/u;
const text = readFileSync(file, 'utf8');
if (!marks.test(text)) throw new Error(`${file} has no place for the table between <!-- coverage --> and <!-- -->.`);
const written = text.replace(marks, (_, before, after) => `${before}\n${tabulateCoverage(listCoverage())}${after}`);
writeFileSync(file, await format(written, { ...(await resolveConfig(file)), filepath: file }));
