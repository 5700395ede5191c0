import { compose } from './compose';
import { readConfig } from './config';
import { CodedError } from '../src/kernel/coded-error';

/** Starts the server and ends it in order on SIGTERM and SIGINT; a second signal ends it at once. */
async function main(): Promise<void> {
  const composition = await compose(readConfig(process.env));
  let ending = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (ending) process.exit(1);
      ending = true;
      composition.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
  // Started as a child, it does not outlive its parent, however that ended.
  if (process.connected) process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  const port = await composition.start();
  // Whoever started this process as a child hears that it is up, and on which port.
  process.send?.({ event: 'listening', port });
}

main().catch((error: unknown) => {
  const words =
    error instanceof CodedError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  process.stderr.write(`${words}\n`);
  process.exitCode = 1;
  if (process.connected) process.disconnect();
});
