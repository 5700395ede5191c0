import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(__dirname, '../../..');

/** What is copied for a deployment, in a folder of its own. */
export interface StagedPackage {
  readonly folder: string;
  remove(): void;
}

/** What `npm run stage` makes of the build that is there; the packages are those of the checkout. */
export function stageDeployment(): StagedPackage {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-deployment-'));
  const behind = new RegExp(askDeployment('String(files.behind.source)') as string, 'u');
  for (const path of (askDeployment('files.deployed') as string[]).filter((path) => path.startsWith('build/')))
    cpSync(join(root, path), join(folder, path), {
      recursive: true,
      filter: (from) => !behind.test(relative(root, from).replaceAll('\\', '/')),
    });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return {
    folder,
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Names and versions of the packages that are deployed. */
export function packagesDeployed(): readonly { readonly name: string; readonly version: string }[] {
  return askDeployment(`files.deployedPackages(${JSON.stringify(root)})`) as { name: string; version: string }[];
}

/** Loaded in a process of its own: the scripts are ES modules, which these tests are not. */
function askDeployment(expression: string): unknown {
  const file = pathToFileURL(join(root, 'scripts', 'deployment-files.mjs')).href;
  const text = `import * as files from '${file}'; console.log(JSON.stringify(${expression}))`;
  return JSON.parse(spawnSync(process.execPath, ['--input-type=module', '-e', text], { encoding: 'utf8' }).stdout);
}
