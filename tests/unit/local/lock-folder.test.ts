import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder, lockName } from '../../../bot/local/lock-folder';

const folder = mkdtempSync(join(tmpdir(), 'passerelle-lock-'));
const file = join(folder, lockName);
afterEach(() => rmSync(file, { force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the folder of a local start', () => {
  it('is taken once: the second is told who has it and how to start beside it', () => {
    const lock = lockFolder(folder, 3978);
    const second = (): unknown => lockFolder(folder, 4078);
    expect(second).toThrow(`process ${String(process.pid)}, port 3978`);
    expect(second).toThrow('PASSERELLE_LOCAL_FOLDER=.local-2 PORT=4078 TEAMS_PORT=4079 npm start');
    expect(second).toThrow('tourne déjà');
    lock.release();
    expect(existsSync(file)).toBe(false);
    lockFolder(folder, 4078).release();
  });

  it.each([
    ['of a process that has ended', () => JSON.stringify({ pid: endedPid(), port: 3978 })],
    ['that was cut off while it was written', () => '{"pid":'],
    ['of nobody', () => '{"pid":"x"}'],
  ])('is taken over from a lock %s', (_name, left) => {
    writeFileSync(file, left());
    const lock = lockFolder(folder, 3978);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ pid: process.pid, port: 3978 });
    lock.release();
  });

  it('is not given back by who no longer has it', () => {
    const lock = lockFolder(folder, 3978);
    writeFileSync(file, JSON.stringify({ pid: 1 }));
    lock.release();
    expect(existsSync(file)).toBe(true);
  });
});

function endedPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}
