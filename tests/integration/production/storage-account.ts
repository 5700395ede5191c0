import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Certificate } from './certificate';

/** Azurite as a storage account of Azure is met: by its own name, over TLS, with tokens of an identity and no key. */
export interface StorageAccount {
  readonly tablePort: number;
  readonly queuePort: number;
  stop(): Promise<void>;
}

/** Starts the account on free ports; in memory. */
export async function startStorageAccount(name: string, certificate: Certificate): Promise<StorageAccount> {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-account-'));
  const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  writeFileSync(files.cert, certificate.cert);
  writeFileSync(files.key, certificate.key);
  const child = spawn(
    process.execPath,
    [
      require.resolve('azurite/dist/src/azurite.js'),
      ...['--inMemoryPersistence', '--silent', '--skipApiVersionCheck', '--disableTelemetry'],
      ...['--blobPort', '0', '--queuePort', '0', '--tablePort', '0'],
      ...['--oauth', 'basic', '--cert', files.cert, '--key', files.key],
    ],
    {
      cwd: folder,
      env: { PATH: process.env['PATH'], AZURITE_ACCOUNTS: `${name}:${Buffer.alloc(64, 1).toString('base64')}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const killWithParent = (): void => void child.kill('SIGKILL');
  process.once('exit', killWithParent);
  const exited = once(child, 'exit');
  const ports = await new Promise<ReadonlyMap<string, number>>((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = new Map(
        [...output.matchAll(/Azurite (\w+) service is successfully listening at https:\/\/127\.0\.0\.1:(\d+)/gu)].map(
          ([, service = '', port]) => [service, Number(port)],
        ),
      );
      if (found.has('Table') && found.has('Queue')) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void exited.then(() => reject(new Error(`The storage account ended: ${output.slice(-500)}`)));
  });
  return {
    tablePort: ports.get('Table') ?? 0,
    queuePort: ports.get('Queue') ?? 0,
    async stop() {
      child.kill('SIGKILL');
      await exited;
      process.off('exit', killWithParent);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
