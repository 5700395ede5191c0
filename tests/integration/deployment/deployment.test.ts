import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packagesDeployed, stageDeployment, type StagedPackage } from './staged-package';

describe('What is deployed', () => {
  let staged: StagedPackage;
  let js: string;

  beforeAll(() => {
    staged = stageDeployment();
    js = join(staged.folder, 'build', 'js');
  });
  afterAll(() => staged.remove());

  it('holds no storage emulator, no stand-in for Teams, and nothing that only a browser’s bundle or a test needs', () => {
    const names = packagesDeployed().map(({ name }) => name);
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
