import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyFolder } from '../../../bot/local/empty-folder';
import { lockFolder, lockName } from '../../../bot/local/lock-folder';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-empty-'));
  mkdirSync(join(folder, 'azurite'));
  mkdirSync(join(folder, 'playground'));
  writeFileSync(join(folder, 'clock.json'), '{}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('beginning anew', () => {
  it('takes away everything but the lock of who begins, the data of a Playground that has ended too', async () => {
    lockFolder(folder, 3978);
    const ended = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(join(folder, 'playground', lockName), JSON.stringify({ pid: ended }));
    await emptyFolder(folder, 3978);
    expect(readdirSync(folder)).toEqual([lockName]);
  });

  it('takes nothing away while a Playground runs, and says who has the folder', async () => {
    const playground = join(folder, 'playground');
    lockFolder(playground, 5278);
    await expect(emptyFolder(folder, 3978)).rejects.toMatchObject({
      code: 'already-running',
      message: expect.stringContaining(`port 5278, folder ${playground}`),
    });
    expect(readdirSync(folder)).toEqual(['azurite', 'clock.json', 'playground']);
  });
});
