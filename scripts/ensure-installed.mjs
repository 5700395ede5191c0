/**
 * What `npm start`, `npm test` and `npm run passerelle` share: make sure that packages, built files and a browser
 * are there, and do nothing when they are. Everything is told through `say`, so that a command whose stdout is
 * data can send the words to stderr. Only modules of Node itself: this runs before anything is installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');

/** The versions of Node that the product was tested on: major, and least minor. */
const testedNodes = [
  [20, 19],
  [22, 12],
  [24, 0],
];

/** Throws with the remedy when this Node is older than what was tested. */
export function ensureNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const known = testedNodes.find(([tested]) => tested === major);
  const newer = major > 24;
  if (newer || (known && minor >= known[1])) return;
  throw new Error(
    `Passerelle needs Node 20.19 or newer (22.12 and 24 too); this is ${version}. Install one and retry.`,
  );
}

/**
 * Runs a program and waits; returns its exit code. `quiet` sends its output to stderr, so that stdout stays clean;
 * `discardOutput` drops its stdout.
 */
export function run(command, args, { quiet = false, discardOutput = false, env = {}, cwd = root } = {}) {
  const stdout = discardOutput ? 'ignore' : quiet ? 2 : 'inherit';
  const done = spawnSync(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', stdout, 'inherit'] });
  if (done.error) throw done.error;
  return done.status ?? 1;
}

/** A tool installed by npm, started with this same Node: no shell, no PATH, the same on every system. */
export function runTool(packageName, bin, args, options) {
  return run(process.execPath, [join(root, 'node_modules', packageName, bin), ...args], options);
}

/** Starts such a tool beside what follows; what it says is kept until it has ended. Never throws: what cannot start has status 1. */
export async function startTool(packageName, bin, args) {
  let output = '';
  const tool = spawn(process.execPath, [join(root, 'node_modules', packageName, bin), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [tool.stdout, tool.stderr]) stream.on('data', (chunk) => (output += chunk));
  try {
    const [status] = await once(tool, 'close');
    return { status: status ?? 1, output };
  } catch (error) {
    return { status: 1, output: `${error.message}\n` };
  }
}

/**
 * Installs the packages of the lock file when they are absent or older than it.
 * Returns true when it installed, false when there was nothing to do; throws with the remedy.
 */
export function ensureInstalled({ say = console.log, quiet = false } = {}) {
  ensureNode();
  const lock = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return false;
  if (existsSync(installed) && installedMatchesLock(lock, installed)) {
    touch(installed);
    return false;
  }
  say('Installing packages (once)…');
  const npm = npmCommand();
  const status = run(npm.command, [...npm.args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], { quiet });
  if (status !== 0)
    throw new Error('`npm ci` failed. Check that the npm registry can be reached, then run this again.');
  return true;
}

/** A checkout rewrites the lock's date without changing it, so the contents are compared: npm keeps its own copy. */
function installedMatchesLock(lock, installed) {
  const wanted = Object.entries(JSON.parse(readFileSync(lock, 'utf8')).packages).filter(([path]) => path !== '');
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return wanted.every(([path, { version, optional }]) =>
    present[path] ? present[path].version === version : optional === true,
  );
}

function touch(file) {
  const now = new Date();
  utimesSync(file, now, now);
}

/** npm beside this Node: on Windows `npm` is a script that only a shell can start, so its JavaScript is called. */
export function npmCommand() {
  const viaRun = process.env.npm_execpath;
  if (viaRun && /npm-cli\.c?js$/.test(viaRun)) return { command: process.execPath, args: [viaRun] };
  return process.platform === 'win32'
    ? { command: 'cmd.exe', args: ['/d', '/s', '/c', 'npm'] }
    : { command: 'npm', args: [] };
}

const builtFrom = ['src', 'bot', 'tab', 'package-lock.json', 'tsconfig.base.json', 'tsconfig.json'];
const stamp = join(root, 'build', '.stamp');

/**
 * Builds the server, the tab and the page of Local Teams when a source is newer than the last build.
 * Returns true when it built, false when the build was fresh; throws when the build fails.
 */
export function ensureBuilt({ say = console.log, quiet = false } = {}) {
  if (!isStale()) return false;
  say('Building…');
  build({ quiet });
  return true;
}

/**
 * Builds without asking whether it is needed, the server too unless it has just been compiled: `compiledSince` is when that began. Throws
 * when a step fails.
 */
export function build({ quiet = false, compiledSince } = {}) {
  const startedAt = compiledSince ?? new Date();
  const steps = [
    ...(compiledSince === undefined ? [['typescript', 'bin/tsc', ['-b', 'src', 'bot']]] : []),
    ['vite', 'bin/vite.js', ['build', '--config', 'tab/vite.config.ts', '--logLevel', 'warn']],
    ['vite', 'bin/vite.js', ['build', '--config', 'bot/local/teams-page/vite.config.ts', '--logLevel', 'warn']],
  ];
  for (const [packageName, bin, args] of steps) {
    // Vite announces a default that may come with its next major version; it is not for those who build this. What jest builds is what is
    // shipped: under jest's own NODE_ENV it would be React for development, half as large again.
    const env = { NODE_ENV: 'production', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' };
    const status = runTool(packageName, bin, args, { quiet, env });
    if (status !== 0) throw new Error(`Building failed at: ${packageName} ${args.join(' ')}`);
  }
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(stamp, `${startedAt.toISOString()}\n`);
  // A file saved while the build ran must count as newer than it.
  utimesSync(stamp, startedAt, startedAt);
}

function isStale() {
  if (!existsSync(stamp)) return true;
  const builtAt = statSync(stamp).mtimeMs;
  return builtFrom.some((path) => newestChange(join(root, path)) > builtAt);
}

function newestChange(path) {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const within = readdirSync(path).filter((name) => name !== 'node_modules');
  return Math.max(stats.mtimeMs, ...within.map((name) => newestChange(join(path, name))));
}

const browserNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const browserPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The path of a Chromium-like browser, or undefined: PASSERELLE_CHROMIUM first, then PATH, then usual places. */
export function findBrowser() {
  const chosen = process.env.PASSERELLE_CHROMIUM;
  if (chosen) {
    if (isRunnable(chosen)) return chosen;
    throw new Error(`PASSERELLE_CHROMIUM is ${chosen}, and no program is there.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = browserNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...browserPlaces].find(isRunnable);
}

/**
 * Returns the path of a browser for tests and screenshots, installing Debian's Chromium when allowed to
 * (root on a system with apt). Throws with the remedy when none can be had.
 */
export function ensureBrowser({ say = console.log, quiet = false } = {}) {
  const found = findBrowser();
  if (found) return found;
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (mayInstall) {
    say('Installing Chromium (once)…');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['-qq', 'update'], { quiet, env });
    run('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', 'chromium'], { quiet, env });
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error(
    'No browser found. Install Chromium or Chrome (Debian, Ubuntu: `sudo apt-get install chromium`), ' +
      'or set PASSERELLE_CHROMIUM to the path of one.',
  );
}

function isRunnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
