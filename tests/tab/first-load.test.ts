import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { sharedAddress } from '../helpers/shared';

const root = join(__dirname, '../..');

interface Load {
  readonly bytes: number;
  readonly files: Readonly<Record<string, number>>;
}

/** Sizes of built files: the same in every run, whatever the machine. */
function firstLoads(): { readonly ours: Load; readonly bare: Load } {
  const printed = execFileSync(process.execPath, [join(root, 'tests/bench/first-load.mjs')], { encoding: 'utf8' });
  return JSON.parse(printed) as { ours: Load; bare: Load };
}

const imported = /import (type )?([^;]*?) from '([^']+)'/gu;

/** The sources that are loaded with these, by what they import for more than types. */
function sourcesFrom(files: readonly string[], seen = new Set<string>()): ReadonlySet<string> {
  for (const file of files) {
    if (seen.has(file)) continue;
    seen.add(file);
    const next = [...readFileSync(file, 'utf8').matchAll(imported)]
      .filter(([, type, , from]) => type === undefined && from?.startsWith('.') === true)
      .flatMap(([, , , from = '']) => ['.ts', '.tsx'].map((ending) => join(dirname(file), `${from}${ending}`)))
      .filter((path) => existsSync(path));
    sourcesFrom(next, seen);
  }
  return seen;
}

/** What these files take from Fluent, types left out. */
function partsOfFluent(files: Iterable<string>): readonly string[] {
  const names = [...files].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(imported)]
      .filter(([, type, , from]) => type === undefined && from?.startsWith('@fluentui/') === true)
      .flatMap(([, , what = '']) => what.replace(/[{}]/gu, '').split(','))
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type ')),
  );
  return [...new Set(names)].sort();
}

const page = sourcesFrom([join(root, 'tab/main.tsx'), join(root, 'tab/pages/me/my-page.tsx')]);

describe('the first load of a participant’s page', () => {
  beforeAll(() => sharedAddress('build'), 120_000);

  it('is at most 1.4 times a bare page with the same parts, in at most twelve files', () => {
    const { ours, bare } = firstLoads();
    expect(ours.bytes / bare.bytes).toBeLessThanOrEqual(1.4);
    expect(Object.keys(ours.files).length).toBeLessThanOrEqual(12);
  });

  it('is measured beside the parts of Fluent that it shows, no more and no fewer', () => {
    expect(partsOfFluent([join(root, 'tests/bench/bare-page/main.js')])).toEqual(partsOfFluent(page));
  });

  it('holds no page of HR, and reads no answer with all of zod', () => {
    const own = [...page].map((file) => relative(root, file));
    expect(own.filter((file) => /^tab\/pages\/(?!me\/)[a-z-]+\//u.test(file))).toEqual([]);
    expect(own.filter((file) => readFileSync(join(root, file), 'utf8').includes("from 'zod'"))).toEqual([]);
  });
});
