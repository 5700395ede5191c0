import { errorFields, type Log } from './log';

const levels = { error: 'error', warn: 'warn', log: 'info', info: 'info', debug: 'info', trace: 'info' } as const;

type Method = keyof typeof levels;
type Target = Record<Method, (...parts: unknown[]) => void>;

/**
 * Leads what libraries write to the console into the log, as a line that something was written and from where: the SDK puts tokens' errors,
 * keys and words of people there. Returns what undoes it. To be called before anything is loaded that may write.
 */
export function consoleToLog(target: Target, log: Log): () => void {
  const methods = Object.keys(levels) as Method[];
  const before = methods.map((method) => [method, target[method]] as const);
  for (const method of methods)
    target[method] = (...parts) => {
      const error = parts.find((part) => part instanceof Error);
      const { code, where } = errorFields(error ?? new Error());
      // The first line of our own error is this function.
      const from = error === undefined ? String(where).split(' < ').slice(1).join(' < ') : where;
      log[levels[method]](
        { event: 'console', kind: method, where: from, ...(error === undefined ? {} : { code }) },
        'A library wrote to the console',
      );
    };
  return () => {
    for (const [method, write] of before) target[method] = write;
  };
}
