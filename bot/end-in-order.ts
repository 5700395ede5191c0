import { errorFields, type Log } from './log';

export interface Ending {
  readonly log: Pick<Log, 'error'>;
  /** Takes no new work and ends what is under way. */
  readonly stop: () => Promise<void>;
  /** Ends the process. */
  readonly exit: (code: number) => void;
}

/** Milliseconds that ending may take after a failure; what is not ended by then is found again by the next process. */
export const longestEnding = 15_000;

/**
 * Ends the process in order on SIGTERM and SIGINT (code 0), at once on a second signal; after an error nobody caught in order too, but
 * within `longestEnding` and with code 1.
 */
export function endInOrder(target: Pick<NodeJS.EventEmitter, 'on'>, { log, stop, exit }: Ending): void {
  let ending = false;
  let failed = false;
  const end = (): void => {
    ending = true;
    stop().then(
      () => {
        exit(failed ? 1 : 0);
      },
      () => {
        exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'])
    target.on(signal, () => {
      if (ending) exit(1);
      else end();
    });
  for (const event of ['uncaughtException', 'unhandledRejection'])
    target.on(event, (error: unknown) => {
      // The first failure is the cause; telling of those that follow could itself be what fails.
      if (failed) return;
      failed = true;
      setTimeout(() => {
        exit(1);
      }, longestEnding);
      log.error({ event: 'crashed', reason: event, ...errorFields(error) }, 'Nobody caught an error: the server ends');
      if (!ending) end();
    });
}
