import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { lockFolder, lockName } from './lock-folder';

/**
 * Takes away all that local starts kept in the folder, but for the lock of who empties it. Throws `already-running` with nothing taken
 * away while another process (the Playground) uses a folder inside.
 */
export async function emptyFolder(folder: string, port: number): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name !== lockName);
  const used = names.map((name) => join(folder, name)).filter((inside) => existsSync(join(inside, lockName)));
  // Held until it is taken away with the rest, so that nobody begins there meanwhile.
  for (const inside of used) lockFolder(inside, port);
  await Promise.all(names.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}
