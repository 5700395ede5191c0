import { RestError } from '@azure/data-tables';

/**
 * What a failed request means.
 * `not-sent`, `busy`: nothing was written, worth another try. `in-doubt`: it may have been written.
 * `conflict`: the row is there already, or has another etag. `missing`: there is no such row or message.
 * `too-large`: over a limit. `refused`: no try will help.
 */
export type StorageFailure = 'not-sent' | 'busy' | 'in-doubt' | 'conflict' | 'missing' | 'too-large' | 'refused';

const notSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const wrongPlace = new Set(['TableNotFound', 'TableBeingDeleted', 'QueueNotFound', 'QueueBeingDeleted']);

/** Azure's code for the failure, or the network's, or its name. */
export function failureCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { details, code } = error as {
    details?: { odataError?: { code?: string }; errorCode?: string };
    code?: string;
  };
  return details?.odataError?.code ?? details?.errorCode ?? code ?? error.name;
}

/** Sorts what the SDK throws; anything that is no failed request is `refused`. */
export function classifyFailure(error: unknown): StorageFailure {
  if (error instanceof Error && error.name === 'AbortError') return 'in-doubt';
  if (!(error instanceof RestError)) return 'refused';
  const code = failureCode(error);
  if (notSent.has(code)) return 'not-sent';
  const status = error.statusCode;
  if (status === undefined || status < 300 || status === 408 || status >= 500) return 'in-doubt';
  if (status === 429) return 'busy';
  if (wrongPlace.has(code)) return 'refused';
  // Another receiver of the message holds its receipt by now.
  if (status === 404 || code === 'PopReceiptMismatch') return 'missing';
  if (status === 409 || status === 412) return 'conflict';
  if (status === 413 || code.endsWith('TooLarge')) return 'too-large';
  return 'refused';
}
