/* The `passerelle` command line: installs and builds what is missing without a word on stdout, then hands over. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root } from './ensure-installed.mjs';

try {
  const say = (words) => process.stderr.write(`${words}\n`);
  ensureInstalled({ say, quiet: true });
  ensureBuilt({ say, quiet: true });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

const main = join(root, 'build', 'js', 'bot', 'cli', 'main.js');
// npm moves to the project's folder; the files that a person names lie where they stand.
const cwd = process.env.npm_lifecycle_event === 'passerelle' ? process.env.INIT_CWD : undefined;
const child = spawn(process.execPath, [main, ...process.argv.slice(2)], { stdio: 'inherit', cwd });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
});
