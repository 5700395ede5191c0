import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(__dirname, '../../..');

/** Loaded in a process of its own: the scripts are ES modules, which these tests are not. */
function ask(expression: string): any {
  const file = pathToFileURL(join(root, 'scripts', 'deployment-files.mjs')).href;
  const text = `import * as files from '${file}'; console.log(JSON.stringify(${expression}))`;
  return JSON.parse(spawnSync(process.execPath, ['--input-type=module', '-e', text], { encoding: 'utf8' }).stdout);
}

describe('What is deployed', () => {
  const stage = mkdtempSync(join(tmpdir(), 'passerelle-deployment-'));
  const js = join(stage, 'build', 'js');

  beforeAll(() => {
    const behind = new RegExp(ask('String(files.behind.source)'), 'u');
    for (const path of (ask('files.deployed') as string[]).filter((path) => path.startsWith('build/js')))
      cpSync(join(root, path), join(stage, path), {
        recursive: true,
        filter: (from) => !behind.test(relative(root, from).replaceAll('\\', '/')),
      });
    symlinkSync(join(root, 'node_modules'), join(stage, 'node_modules'), 'dir');
  });
  afterAll(() => {
    rmSync(stage, { recursive: true, force: true });
  });

  it('holds no storage emulator, no stand-in for Teams, and nothing that only a browser’s bundle or a test needs', () => {
    const names = (ask(`files.deployedPackages(${JSON.stringify(root)})`) as { name: string }[]).map(
      ({ name }) => name,
    );
    expect(names.length).toBeGreaterThan(200);
    expect(names.length).toBeLessThan(450);
    const forbidden = [
      'azurite',
      'sequelize',
      'tedious',
      'mysql2',
      'xml2js',
      'tough-cookie',
      'react',
      'jest',
      'vite',
      'playwright-core',
    ];
    expect(names.filter((name) => forbidden.includes(name))).toEqual([]);
    expect(readdirSync(join(js, 'bot')).filter((name) => ['local', 'cli'].includes(name))).toEqual([]);
    expect(existsSync(join(js, 'bot', 'workers'))).toBe(true);
  });

  it('is whole: the server loads everything it needs from it, and starts as far as its configuration', () => {
    const { stderr, status } = spawnSync(process.execPath, [join(js, 'bot', 'index.js')], {
      env: { PATH: process.env['PATH'], PASSERELLE_MODE: 'production' },
      encoding: 'utf8',
    });
    expect(stderr).toContain('PUBLIC_URL');
    expect(stderr).not.toContain('Cannot find module');
    expect(status).toBe(1);
  });
});
