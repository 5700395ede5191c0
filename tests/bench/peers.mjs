/* Packages to compare with: development dependencies, never part of what is deployed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/ensure-installed.mjs';
import { installed } from './product.mjs';

/** A package with its version, loaded when it is first asked for. */
export function loadPeer(name) {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
  return { name: `${name} ${version}`, load: () => installed(name) };
}
