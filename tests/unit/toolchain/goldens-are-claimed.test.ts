import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';

const root = join(__dirname, '../../..');

/** The rows of storage: their test reads whatever lies in the folder, so that nothing in it can be forgotten. */
const readWhole = ['tests/integration/storage/golden'];

function foldersUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => [posix.join(folder, name), ...foldersUnder(posix.join(folder, name))]);
}

function isClaimed(folder: string): boolean {
  const claim = new RegExp(`expectNoOrphans\\(\\s*'${folder}'`, 'u');
  const beside = join(root, dirname(folder));
  return readdirSync(beside)
    .filter((name) => name.endsWith('.test.ts'))
    .some((name) => claim.test(readFileSync(join(beside, name), 'utf8')));
}

describe('a folder of goldens', () => {
  it('has a test beside it that claims its files, so that none outlives its test', () => {
    const folders = foldersUnder('tests').filter((folder) => basename(folder) === 'golden');
    expect(folders.filter((folder) => !readWhole.includes(folder) && !isClaimed(folder))).toEqual([]);
  });
});
