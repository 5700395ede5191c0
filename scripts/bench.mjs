/*
 * `npm run bench [-- NAME] [--json]`: compares with a peer or a floor in the same run. It reports and exits 0; it decides no test.
 * `--rounds N` (at least five), `--quick` (small, to see that it runs), `--no-install` (without packages to compare with).
 */
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { ensureBuilt, ensureInstalled } from './ensure-installed.mjs';

const names = ['pairing', 'bot', 'api', 'delivery', 'idle', 'files', 'tab'];
const leastRounds = 5;

const say = (words) => void process.stderr.write(`${words}\n`);

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string', default: String(leastRounds) },
      'no-install': { type: 'boolean', default: false },
    },
  });
  const wanted = positionals.length === 0 ? names : positionals;
  const rounds = Number(values.rounds);
  if (wanted.some((name) => !names.includes(name)) || !Number.isInteger(rounds) || rounds < leastRounds) {
    say(
      `Usage: npm run bench -- [${names.join(' | ')}] [--json] [--rounds N, at least ${String(leastRounds)}] [--quick] [--no-install]`,
    );
    process.exitCode = 2;
    return;
  }
  ensureInstalled({ say, quiet: true });
  ensureBuilt({ say, quiet: true });
  const results = [];
  for (const name of wanted) {
    const { run } = await import(`../tests/bench/${name}.mjs`);
    const found = await run({ rounds, quick: values.quick, install: !values['no-install'], say });
    results.push(
      ...found.map((result) => (wanted.length === 1 ? result : { ...result, case: `${name}: ${result.case}` })),
    );
    if (!values.json) for (const result of found) process.stdout.write(`${lineOf(name, result)}\n`);
  }
  const bench = wanted.length === 1 ? wanted[0] : 'all';
  if (values.json) process.stdout.write(`${JSON.stringify({ bench, machine: machine(), results }, undefined, 2)}\n`);
  else process.stdout.write(`${machine()}; medians of ${String(rounds)} rounds that took turns\n`);
}

function lineOf(name, { case: what, ours, other, otherFigure, unit, ratio, limit, within }) {
  return `${name}: ${what}: ${String(ours)} ${unit}; ${other}: ${String(otherFigure)} ${unit}; ratio ${String(ratio)} (limit ${String(limit)}${within ? '' : ', over it'})`;
}

function machine() {
  const [cpu] = cpus();
  return `${cpu?.model.trim() ?? 'unknown processor'} × ${String(cpus().length)}, ${String(Math.round(totalmem() / 2 ** 30))} GB, ${process.platform} ${process.arch}, Node ${process.versions.node}`;
}

main().catch((error) => {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
});
