/*
 * `npm run stage`: gathers in build/deployment what the server needs on a web app, and nothing else: the built
 * server and tab, and the packages of production. The layout is that of the checkout, so paths stay the same.
 */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { behind, deployed, deployedPackages } from './deployment-files.mjs';
import { ensureBuilt, ensureInstalled, npmCommand, root, run } from './ensure-installed.mjs';

ensureInstalled();
ensureBuilt();
const stage = join(root, 'build', 'deployment');
rmSync(stage, { recursive: true, force: true });
mkdirSync(stage, { recursive: true });
for (const path of deployed)
  cpSync(join(root, path), join(stage, path), {
    recursive: true,
    filter: (from) => !behind.test(relative(root, from).replaceAll('\\', '/')),
  });
const npm = npmCommand();
process.exitCode = run(npm.command, [...npm.args, 'ci', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
  cwd: stage,
});
if (process.exitCode === 0)
  console.log(`Ready to deploy: build/deployment, with ${String(deployedPackages(root).length)} packages`);
