import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { startAzurite } from '../../../bot/local/azurite/start-azurite';

const table = (connectionString: string) =>
  TableClient.fromConnectionString(connectionString, 'kept', {
    allowInsecureConnection: true,
    retryOptions: { maxRetries: 0 },
  });

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'passerelle-test-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

describe('Azurite as the embedded default', () => {
  it('goes on with the data of its directory after an orderly end', async () => {
    const first = await startAzurite({ directory });
    await table(first.connectionString).createTable();
    await table(first.connectionString).createEntity({ partitionKey: 'p', rowKey: 'r' });
    await first.stop();
    await first.stop();
    const second = await startAzurite({ directory });
    expect(await table(second.connectionString).getEntity('p', 'r')).toMatchObject({ rowKey: 'r' });
    await second.stop();
  });

  it('says why it did not start', async () => {
    const file = join(__dirname, 'start-azurite.test.ts');
    await expect(startAzurite({ directory: join(file, 'below-a-file') })).rejects.toThrow(/ENOTDIR/);
  });

  it('ends, and saves, when the process that started it is killed', async () => {
    // Compiled on the fly, as the tests are, so that no build has to be there.
    const script = `
      const { transformSync } = require('@swc/core');
      require('node:module')._extensions['.ts'] = (module, file) => {
        const { code } = transformSync(require('node:fs').readFileSync(file, 'utf8'), {
          filename: file, jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' },
        });
        module._compile(code, file);
      };
      const { startAzurite } = require(process.argv[1]);
      startAzurite({ directory: process.argv[2] }).then(({ connectionString, pid }) =>
        console.log(JSON.stringify({ connectionString, pid })));`;
    const starter = join(__dirname, '../../../bot/local/azurite/start-azurite.ts');
    const parent = spawn(process.execPath, ['-e', script, starter, directory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const { connectionString, pid } = JSON.parse(line.toString()) as { connectionString: string; pid: number };
    await table(connectionString).createTable();
    await table(connectionString).createEntity({ partitionKey: 'p', rowKey: 'r' });
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    await untilGone(pid);

    const again = await startAzurite({ directory });
    expect(await table(again.connectionString).getEntity('p', 'r')).toMatchObject({ rowKey: 'r' });
    await again.stop();
  });
});

/** Resolves once there is no such process; the test's own time limit ends a wait in vain. */
async function untilGone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
