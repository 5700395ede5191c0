import type { TableClient, TransactionAction } from '@azure/data-tables';
import { CodedError } from '../../src/kernel/coded-error';

type Policy = Parameters<TableClient['pipeline']['addPolicy']>[0];

const policyName = 'exactEtagPolicy';
/** By the signal that goes with a transaction to its request. `AsyncLocalStorage` would do too, and slows every promise of the process. */
const deleteEtags = new WeakMap<object, ReadonlyMap<string, string>>();
const deletePart = /^DELETE (\S+) HTTP\/1\.1\r\n(?:[^\r\n]+\r\n)*/gim;
const anyEtagHeader = /^if-match:[ \t]*\*[ \t]*(?=\r?$)/im;

/**
 * The SDK sends `If-Match: *` for every delete inside a transaction, whatever it is given. This policy puts the etags
 * of `submitWithDeleteEtags` in their place and lets no request leave that would overwrite or delete any version.
 */
export function useExactEtags(client: TableClient): void {
  client.pipeline.removePolicy({ name: policyName });
  client.pipeline.addPolicy(exactEtagPolicy);
}

/**
 * Submits a transaction of a client under `useExactEtags`; `etags` are those of its deletes, by row key. No two transactions share an
 * `abortSignal`. Throws as the client does.
 */
export async function submitWithDeleteEtags(
  client: TableClient,
  actions: TransactionAction[],
  etags: ReadonlyMap<string, string>,
  abortSignal: AbortSignal,
): Promise<void> {
  deleteEtags.set(abortSignal, etags);
  await client.submitTransaction(actions, { abortSignal });
}

const exactEtagPolicy: Policy = {
  name: policyName,
  async sendRequest(request, next) {
    if (typeof request.body === 'string' && request.url.includes('$batch')) {
      request.body = putDeleteEtags(request.body, etagsOf(request.abortSignal));
      if (anyEtagHeader.test(request.body)) throw anyVersion();
      // The signing policy has counted the body by now.
      request.headers.set('Content-Length', String(Buffer.byteLength(request.body)));
    }
    if (request.headers.get('if-match')?.trim() === '*') throw anyVersion();
    return next(request);
  },
};

function etagsOf(signal: object | undefined): ReadonlyMap<string, string> {
  return (signal && deleteEtags.get(signal)) ?? new Map<string, string>();
}

// Row values are single lines of JSON inside the request, so that no value can look like a line of a header.
function putDeleteEtags(body: string, etags: ReadonlyMap<string, string>): string {
  return body.replace(deletePart, (part: string, url: string) => {
    const etag = etags.get(rowKeyIn(url));
    if (etag === undefined) throw anyVersion();
    return part.replace(anyEtagHeader, () => `If-Match: ${etag}`);
  });
}

const rowKeyBegins = "RowKey='";

function rowKeyIn(url: string): string {
  const text = decodeURIComponent(url);
  const begin = text.indexOf(rowKeyBegins);
  const end = text.lastIndexOf("')");
  return begin === -1 ? '' : text.slice(begin + rowKeyBegins.length, end).replaceAll("''", "'");
}

function anyVersion(): CodedError {
  return new CodedError(
    'etag-required',
    'A replace or delete was about to be sent without the etag of the row it read',
  );
}
