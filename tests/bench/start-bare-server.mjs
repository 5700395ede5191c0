import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Starts the floor with these fixed answers, by name, and the storage on which it repeats the calls it is told. */
export async function startBareServer(answers, { appId = '', openId = '', storage = '' } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-floor-'));
  for (const [name, text] of Object.entries(answers)) writeFileSync(join(folder, `${name}.json`), text);
  const child = fork(join(import.meta.dirname, 'bare-server.mjs'), [], {
    env: { ...process.env, BENCH_FOLDER: folder, BENCH_APP_ID: appId, BENCH_OPENID: openId, BENCH_STORAGE: storage },
  });
  const { port } = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error('The floor did not start')));
  });
  return {
    pid: child.pid,
    url: `http://127.0.0.1:${String(port)}`,
    close: () => {
      child.disconnect();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
