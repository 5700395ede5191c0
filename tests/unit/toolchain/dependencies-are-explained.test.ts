import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const project = resolve(__dirname, '../../..');

interface Package {
  readonly license: string;
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
}

const readPackage = (folder: string) =>
  JSON.parse(readFileSync(join(project, folder, 'package.json'), 'utf8')) as Package;

/** Rows of the tables: package, licence, why this one, what else was looked at. */
const rows = readFileSync(join(project, 'docs/decisions/dependencies.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  )
  .map(([name, licence, why, others]) => ({ name: name!.replaceAll('`', ''), licence, why, others }));

describe('docs/decisions/dependencies.md', () => {
  const { dependencies, devDependencies } = readPackage('.');
  const used = Object.keys({ ...dependencies, ...devDependencies });

  it('has a line for every dependency, and none for what is gone', () => {
    expect(rows.map(({ name }) => name).sort()).toEqual(used.sort());
  });

  it('says for each why, and what else was looked at', () => {
    expect(rows.filter(({ why, others }) => !why || !others).map(({ name }) => name)).toEqual([]);
  });

  it('names the licence that the package names', () => {
    const wrong = rows.filter(({ name, licence }) => readPackage(join('node_modules', name)).license !== licence);
    expect(wrong).toEqual([]);
  });
});
