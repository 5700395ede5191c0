import { compose, seededMilliseconds } from './compose';
import { readConfig, type Config } from './config';
import { consoleToLog } from './console-to-log';
import { endInOrder } from './end-in-order';
import { createLog } from './log';
import { CodedError } from '../src/kernel/coded-error';
import type { RealClock } from '../src/kernel/clock';
import type { LocalParts } from './local-parts';
import { createRealClock } from './real-clock';

/** Starts the server; it ends in order. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const realClock = createRealClock();
  const log = createLog({ level: config.logLevel });
  // Before the SDK has anything to say.
  consoleToLog(console, log);
  const composition = await compose(config, realClock, await localParts(config, realClock));
  endInOrder(process, {
    log,
    stop: () => composition.stop(),
    exit: (code) => process.exit(code),
  });
  // Started as a child, it does not outlive its parent, however that ended.
  if (process.connected) process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  const port = await composition.start();
  // Whoever started this process as a child hears that it is up, and on which port.
  process.send?.({ event: 'listening', port });
}

/** Loaded where the configuration asks for it: the code of local mode is not deployed. */
async function localParts({ local }: Config, realClock: RealClock): Promise<LocalParts | undefined> {
  if (local === undefined) return undefined;
  const { composeLocal } = await import('./local/compose-local.js');
  return composeLocal(local, realClock, seededMilliseconds);
}

main().catch((error: unknown) => {
  process.exitCode = 1;
  if (error instanceof CodedError && process.connected) {
    // Whoever started this process as a child tells it, so that it is read once.
    const { code, message } = error;
    process.send?.({ event: 'refused', code, message }, () => {
      if (process.connected) process.disconnect();
    });
    return;
  }
  const words =
    error instanceof CodedError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  process.stderr.write(`${words}\n`);
  if (process.connected) process.disconnect();
});
