/* `npm run playground [-- --as NAME] [--open] [--no-tool]`: the sample in Microsoft's Agents Playground, by hand; see docs/playground.md. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root } from './ensure-installed.mjs';

try {
  ensureInstalled();
  ensureBuilt();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

const started = join(root, 'build', 'js', 'bot', 'cli', 'playground.js');
const child = spawn(process.execPath, [started, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
// Ctrl-C reaches the child by itself; this one waits until everything has ended.
process.on('SIGINT', () => undefined);
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
