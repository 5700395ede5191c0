import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is copied for a deployment, by path in the project. */
export const deployed = [
  'package.json',
  'package-lock.json',
  '.npmrc',
  'LICENSE',
  'NOTICE',
  'build/js/bot',
  'build/js/src',
  'build/tab',
];

/** What of it stays behind: local mode with its stand-ins for Teams, the command line, and what only a compiler or a debugger reads. */
export const behind = /^build\/js\/bot\/(local|cli)(\/|$)|\.d\.ts$|\.map$|\.tsbuildinfo$/u;

/** Packages that are installed where the product runs: name and version, from the lock file of the project. */
export function deployedPackages(root) {
  const file = join(root, 'package-lock.json');
  if (!existsSync(file)) throw new Error('package-lock.json is missing');
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  return Object.entries(packages)
    .filter(([path, about]) => path !== '' && about.dev !== true && about.link !== true)
    .map(([path, { version }]) => ({ name: path.replace(/^(?:.*\/)?node_modules\//u, ''), version }));
}
