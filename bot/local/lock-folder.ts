import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '../../src/kernel/coded-error';
import { localFolderVariable } from './local-folder';

/** The file that says who uses the folder. */
export const lockName = 'running.json';

/** A folder that this process alone uses until it gives it back. */
export interface FolderLock {
  release(): void;
}

/**
 * Takes the folder for this process. Throws `already-running` while the process that took it is alive; a lock left behind by one that
 * has ended is taken over.
 */
export function lockFolder(folder: string, port: number): FolderLock {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, lockName);
  const content = JSON.stringify({ pid: process.pid, port });
  try {
    writeFileSync(file, content, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = readHolder(file);
    if (holder !== undefined && isAlive(holder.pid)) throw new CodedError('already-running', refusal(holder, folder));
    writeFileSync(file, content);
  }
  return {
    release() {
      if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true });
    },
  };
}

/** Takes the folder for this process until it exits; throws as `lockFolder` does. */
export function lockUntilExit(folder: string, port: number): void {
  const lock = lockFolder(folder, port);
  process.once('exit', () => {
    lock.release();
  });
}

interface Holder {
  readonly pid: number;
  readonly port?: number;
}

function readHolder(file: string): Holder | undefined {
  try {
    const { pid, port } = JSON.parse(readFileSync(file, 'utf8')) as { readonly pid?: unknown; readonly port?: unknown };
    if (typeof pid !== 'number') return undefined;
    return typeof port === 'number' ? { pid, port } : { pid };
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function refusal({ pid, port }: Holder, folder: string): string {
  const at = port === undefined ? '' : `, port ${String(port)}`;
  const another = `${localFolderVariable}=.local-2 PORT=4078 TEAMS_PORT=4079 npm start`;
  return [
    `Passerelle is already running here (process ${String(pid)}${at}, folder ${folder}).`,
    `End it with Ctrl-C in its terminal, or start a second one beside it: ${another}`,
    `Passerelle tourne déjà ici (processus ${String(pid)}). Arrêtez-la avec Ctrl-C dans son terminal, ou lancez-en une seconde à côté avec la commande ci-dessus.`,
  ].join('\n');
}
