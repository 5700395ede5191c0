import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, sep } from 'node:path';
import { CodedError } from '../../src/kernel/coded-error';

const startMilliseconds = 60_000;
const stopMilliseconds = 20_000;

export interface ServerProcessOptions {
  /** The whole environment of the server, see `localEnvironment`. */
  readonly environment: Readonly<Record<string, string>>;
  /** The file that is run; default the server built beside this one. */
  readonly entry?: string;
  /** Its log and its complaints, line by line or in pieces. */
  readonly print?: (text: string) => void;
}

/** The unmodified server as a child process. */
export interface ServerProcess {
  readonly port: number;
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  readonly pid: number;
  /** Settles when the process has ended, with its exit code or the signal's name. */
  readonly ended: Promise<number | string>;
  /** Ends it in order (SIGTERM). */
  stop(): Promise<void>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
}

/**
 * Starts the built server and returns once it listens. Throws what the server itself refuses to start for, such as
 * `storage-layout-older`, and `server-not-started` with what it said otherwise.
 */
export async function startServerProcess(options: ServerProcessOptions): Promise<ServerProcess> {
  const child = fork(options.entry ?? builtServer(), [], {
    env: { PATH: process.env['PATH'], TZ: process.env['TZ'], ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string);
  // Should this process end without a word, its server must not stay behind.
  const killWithParent = (): void => void child.kill('SIGKILL');
  process.once('exit', killWithParent);
  void ended.finally(() => process.off('exit', killWithParent));
  const port = await listening(child, options.print);
  return {
    port,
    url: `http://127.0.0.1:${String(port)}`,
    pid: child.pid ?? 0,
    ended,
    async stop() {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), stopMilliseconds);
      await ended;
      clearTimeout(timer);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** What a server tells whoever started it as a child: that it listens, or why it does not start. */
interface ServerWord {
  readonly event?: string;
  readonly port?: number;
  readonly code?: string;
  readonly message?: string;
}

function builtServer(): string {
  const built = __dirname.includes(`${sep}build${sep}js${sep}`)
    ? join(__dirname, '..')
    : join(__dirname, '..', '..', 'build', 'js', 'bot');
  return join(built, 'index.js');
}

function listening(child: ChildProcess, print?: (text: string) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      print?.(chunk.toString());
      if (output.length < 10_000) output += chunk.toString();
    };
    const fail = (why: string): void => {
      clearTimeout(timer);
      reject(new CodedError('server-not-started', `The server ${why}.\n${output.trim()}`));
    };
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail(`was not up after ${String(startMilliseconds / 1000)} s`);
    }, startMilliseconds);
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('close', (code) => {
      fail(`ended with code ${String(code)}`);
    });
    child.on('message', (message) => {
      const { event, port, ...refusal } = message as ServerWord;
      if (event === 'refused') {
        clearTimeout(timer);
        reject(new CodedError(refusal.code ?? 'server-not-started', refusal.message ?? 'The server did not start.'));
      }
      if (event !== 'listening' || port === undefined) return;
      clearTimeout(timer);
      resolve(port);
    });
  });
}
