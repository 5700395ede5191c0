/*
 * `npm run test:nodes`: the unit, bot and api tests, and a start of the server, on every version of Node that
 * package.json promises. npm carries Node itself, so nothing but npm is needed. By hand; not part of `npm test`.
 *
 *   node scripts/test-nodes.mjs [VERSION ...]     20.19, 22 and 24 when none is given
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureBuilt, ensureInstalled, npmCommand, root, run } from './ensure-installed.mjs';

const asked = process.argv.slice(2);
const versions = asked.length > 0 ? asked : ['~20.19.0', '22', '24'];
const platform = process.platform === 'win32' ? 'win' : process.platform;
const programme = process.platform === 'win32' ? 'node.exe' : 'node';

ensureInstalled();
ensureBuilt();
const place = mkdtempSync(join(tmpdir(), 'passerelle-nodes-'));
const results = [];
try {
  for (const version of versions) results.push(await tryVersion(version));
} finally {
  rmSync(place, { recursive: true, force: true });
}
for (const { version, failed } of results) {
  console.log(`Node ${version}: ${failed.length === 0 ? 'fine' : `failed at ${failed.join(', ')}`}`);
}
process.exitCode = results.every(({ failed }) => failed.length === 0) ? 0 : 1;

async function tryVersion(version) {
  const node = install(version);
  if (!node) return { version, failed: ['installing'] };
  console.log(`\n— Node ${version}`);
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const steps = {
    tests: () => run(node, [jest, '--passWithNoTests', '--selectProjects', 'unit', 'bot', 'api']),
    'the command line': () => run(node, [join(root, 'build/js/bot/cli/main.js'), '--help']),
    'starting the server': () => startServer(node),
  };
  const failed = [];
  for (const [name, step] of Object.entries(steps)) if ((await step()) !== 0) failed.push(name);
  return { version, failed };
}

function install(version) {
  const packageName = `node-${platform}-${process.arch}`;
  const prefix = join(place, version.replace(/\W/g, ''));
  const npm = npmCommand();
  const args = [...npm.args, 'install', '--no-save', '--no-audit', '--no-fund', '--prefix', prefix];
  run(npm.command, [...args, `${packageName}@${version}`]);
  const node = join(prefix, 'node_modules', packageName, 'bin', programme);
  return existsSync(node) ? node : undefined;
}

/** Starts everything but the clients on a free port and waits, for two minutes at most, until it says it is alive. */
async function startServer(node) {
  const port = await freePort();
  const child = spawn(node, [join(root, 'scripts', 'start.mjs'), '--no-open', '--no-clients'], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((settle) => child.on('exit', (code) => settle(code ?? 1)));
  const alive = await untilAlive(`http://127.0.0.1:${port}/healthz`, child);
  child.kill('SIGINT');
  await Promise.race([ended, pause(20_000)]);
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  return alive ? 0 : 1;
}

async function untilAlive(address, child) {
  for (let attempt = 0; attempt < 240 && child.exitCode === null; attempt += 1) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return true;
    await pause(500);
  }
  return false;
}

function freePort() {
  return new Promise((settle) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => settle(port));
    });
  });
}
