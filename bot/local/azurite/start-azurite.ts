import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CodedError } from '../../../src/kernel/coded-error';
import { narrowReads } from './narrow-reads';

const account = 'devstoreaccount1';
/** Public: every Azurite in the world has this key. */
const accountKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
const startMs = 60_000;
const stopMs = 10_000;

// Runs inside Azurite's process, before it: when this process ends, however it ends, the pipe closes and Azurite saves and ends too.
const preload = `
import { createRequire } from 'node:module';
(${narrowReads.toString()})(createRequire(${JSON.stringify(require.resolve('azurite/dist/src/azurite.js'))}));
for (const stream of [process.stdin, process.stdout, process.stderr]) stream.on('error', () => {});
process.stdin.on('close', () => {
  if (!process.emit('SIGTERM')) process.exit(0);
  setTimeout(() => process.exit(0), 5000).unref();
}).resume();`;

export interface AzuriteOptions {
  /** Where the data stays; without it everything is in memory and gone at the end. */
  readonly directory?: string;
  /** Where Azurite's own lines go, when anywhere. */
  readonly print?: (text: string) => void;
}

export interface RunningAzurite {
  /** For tables, queues and blobs. */
  readonly connectionString: string;
  readonly pid: number;
  /** Ends it once its data is saved; a second call does nothing. */
  stop(): Promise<void>;
}

/**
 * Starts Azurite on three free ports of the loopback address. It ends with this process, even when that is killed.
 * Throws `azurite-not-started` with its last lines.
 */
export async function startAzurite(options: AzuriteOptions = {}): Promise<RunningAzurite> {
  const { directory, print } = options;
  const scratch = directory === undefined ? await mkdtemp(join(tmpdir(), 'passerelle-azurite-')) : undefined;
  if (directory !== undefined) await mkdir(directory, { recursive: true });
  const child = spawn(
    process.execPath,
    [
      ...['--import', `data:text/javascript,${encodeURIComponent(preload)}`],
      require.resolve('azurite/dist/src/azurite.js'),
      ...(directory === undefined ? ['--inMemoryPersistence'] : ['--location', directory]),
      ...['--blobHost', '127.0.0.1', '--queueHost', '127.0.0.1', '--tableHost', '127.0.0.1'],
      ...['--blobPort', '0', '--queuePort', '0', '--tablePort', '0'],
      ...['--silent', '--skipApiVersionCheck', '--disableTelemetry'],
    ],
    // A group of its own: Ctrl-C reaches this process only, which may still have something to write.
    { cwd: directory ?? scratch, detached: true, windowsHide: true, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const exited = once(child, 'exit').catch(() => undefined);
  const stop = async (): Promise<void> => {
    child.stdin.end();
    const timer = setTimeout(() => child.kill('SIGKILL'), stopMs);
    await exited;
    clearTimeout(timer);
    if (scratch !== undefined) await rm(scratch, { recursive: true, force: true });
  };
  // The pipe breaks when Azurite ends first, which `exited` tells already.
  child.stdin.on('error', () => undefined);
  try {
    const ports = await readPorts(child, print);
    return { connectionString: connectionStringFor(ports), pid: child.pid ?? 0, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Ports {
  readonly Blob: string;
  readonly Queue: string;
  readonly Table: string;
}

function readPorts(child: ChildProcess, print?: (text: string) => void): Promise<Ports> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why: string) => {
      clearTimeout(timer);
      reject(new CodedError('azurite-not-started', `Azurite ${why}. It said: ${output.trim().slice(-500)}`));
    };
    const timer = setTimeout(() => {
      fail(`was not up after ${String(startMs / 1_000)} s`);
    }, startMs);
    const read = (chunk: Buffer) => {
      const text = chunk.toString();
      print?.(text);
      if (output.length > 10_000) return;
      output += text;
      const found = [
        ...output.matchAll(/Azurite (\w+) service is successfully listening at http:\/\/127\.0\.0\.1:(\d+)/g),
      ];
      const ports = Object.fromEntries(found.map(([, service, port]) => [service, port])) as Partial<Ports>;
      if (!ports.Blob || !ports.Queue || !ports.Table) return;
      clearTimeout(timer);
      resolve(ports as Ports);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => {
      fail(`could not be run (${error.message})`);
    });
    child.once('exit', (code) => {
      fail(`ended with code ${String(code)}`);
    });
  });
}

function connectionStringFor(ports: Ports): string {
  const endpoint = (service: keyof Ports) => `${service}Endpoint=http://127.0.0.1:${ports[service]}/${account};`;
  const credentials = `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${accountKey};`;
  return credentials + endpoint('Blob') + endpoint('Queue') + endpoint('Table');
}
