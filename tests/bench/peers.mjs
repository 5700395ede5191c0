/* Packages to compare with: installed into a folder of their own for one run, never into the product. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { npmCommand, run } from '../../scripts/ensure-installed.mjs';

/**
 * Installs the packages (`name@version`) and returns how to load one and how to clean up; a package that cannot be had
 * loads as undefined, and the benchmark goes on without it.
 */
export function installPeers(specifications, { install, say }) {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-peers-'));
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  if (install) {
    const npm = npmCommand();
    const options = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
    const status = run(npm.command, [...npm.args, 'install', ...options, ...specifications], {
      cwd: folder,
      quiet: true,
    });
    if (status !== 0) say('The peers could not be installed: compared without them.');
  } else say('Compared without peers, as asked.');
  const require = createRequire(join(folder, 'index.js'));
  return {
    load(name) {
      try {
        return require(name);
      } catch {
        return undefined;
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
