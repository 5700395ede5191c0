import pino, { type DestinationStream } from 'pino';
import { CodedError } from '../src/kernel/coded-error';

/** Everything a log line may carry. No field holds words of people, addresses, tokens or directory ids. */
const allowed = [
  'activityType',
  'attempt',
  'code',
  'correlationId',
  'count',
  'deliveries',
  'event',
  'jobId',
  'kind',
  'messageId',
  'method',
  'milliseconds',
  'mode',
  'operation',
  'outcome',
  'port',
  'programmeId',
  'reason',
  'route',
  'signal',
  'state',
  'status',
  'step',
  'store',
  'tries',
  'verb',
  'where',
] as const;

export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Structured log with allow-listed fields only; anything else a caller passes is left out. */
export interface Log {
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

export interface LogOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly destination?: DestinationStream;
}

/** JSON lines on stdout, or to the destination given. */
export function createLog(options: LogOptions): Log {
  const settings = { level: options.level, base: null, messageKey: 'message' };
  const logger = options.destination === undefined ? pino(settings) : pino(settings, options.destination);
  return {
    info: (fields, message) => {
      logger.info(onlyAllowed(fields), message);
    },
    warn: (fields, message) => {
      logger.warn(onlyAllowed(fields), message);
    },
    error: (fields, message) => {
      logger.error(onlyAllowed(fields), message);
    },
  };
}

/** What may be told of an error: its code or class and the lines it came from; its message may hold words of people. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { code: 'unknown' };
  const code = error instanceof CodedError ? error.code : error.name;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    code,
    where: frames
      .slice(0, 4)
      .map((line) => line.trim())
      .join(' < '),
  };
}

function onlyAllowed(fields: LogFields): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name of allowed) {
    const value = fields[name];
    if (value !== undefined) kept[name] = typeof value === 'string' ? value.slice(0, 500) : value;
  }
  return kept;
}
