import { CodedError } from '../../src/kernel/coded-error';

/** What was started, each with how it is stopped; the last is stopped first. */
export type Ends = (() => Promise<unknown>)[];

/**
 * Starts, and ends all that was started on Ctrl-C. A start that fails ends what it had begun, says why without a stack where it is known,
 * and leaves with 1.
 */
export function runUntilEnded(start: (ends: Ends) => Promise<void>): void {
  const ends: Ends = [];
  let ending: Promise<void> | undefined;
  const end = (): Promise<void> =>
    (ending ??= (async () => {
      for (const stop of ends.reverse()) await stop().catch(() => undefined);
    })());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void end().then(() => process.exit(0)));
  start(ends).catch(async (error: unknown) => {
    await end();
    process.stderr.write(`${wordsOf(error)}\n`);
    process.exit(1);
  });
}

function wordsOf(error: unknown): string {
  if (error instanceof CodedError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
