import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(__dirname, '../..');
const rewrites = process.env['PASSERELLE_WRITE_GOLDENS'] === '1';

/**
 * Holds a text against a golden file, byte for byte, and names the first line that differs: a diff of both whole texts takes longer
 * than the tests. `path` counts from the root of the repository. With `PASSERELLE_WRITE_GOLDENS=1` the file is written instead.
 */
export function expectGolden(path: string, text: string): void {
  const file = join(root, path);
  if (rewrites) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return;
  }
  if (!existsSync(file)) throw new Error(`There is no golden ${path}.\n${howToRewrite()}`);
  const golden = readFileSync(file, 'utf8');
  if (golden !== text) throw new Error(`${firstDifference(path, golden, text)}\n${howToRewrite()}`);
}

/** Refuses a file in a folder of goldens that no test claims any more; when goldens are rewritten, it is removed. */
export function expectNoOrphans(folder: string, claimed: readonly string[]): void {
  const found = existsSync(join(root, folder)) ? readdirSync(join(root, folder)).sort() : [];
  const orphans = found.filter((name) => !claimed.includes(name));
  if (rewrites) for (const name of orphans) rmSync(join(root, folder, name), { recursive: true });
  else if (orphans.length > 0)
    throw new Error(`No test claims ${orphans.map((name) => `${folder}/${name}`).join(', ')}.\n${howToRewrite()}`);
}

function firstDifference(path: string, golden: string, text: string): string {
  const [before, after] = [golden.split('\n'), text.split('\n')];
  const index = before.findIndex((line, place) => line !== after[place]);
  const at = index < 0 ? before.length : index;
  const shown = (lines: readonly string[]): string => lines[at] ?? '(the end of the file)';
  const more = after.length - before.length;
  if (more > 0 && before.slice(at).every((line, place) => line === after[at + more + place]))
    return `${path}:${String(at + 1)} has ${String(more)} lines more now, beginning with\n  ${shown(after)}`;
  if (more < 0 && after.slice(at).every((line, place) => line === before[at - more + place]))
    return `${path}:${String(at + 1)} has ${String(-more)} lines less now, beginning with\n  ${shown(before)}`;
  return `${path}:${String(at + 1)} is not what is made now.\n  golden: ${shown(before)}\n  now:    ${shown(after)}`;
}

function howToRewrite(): string {
  const test = relative(root, expect.getState().testPath ?? root);
  return `Where the change is meant, rewrite it and read the diff: PASSERELLE_WRITE_GOLDENS=1 npx jest ${test}`;
}
