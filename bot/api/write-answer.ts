import type { ServerResponse } from 'node:http';
import type { Language } from '../../src/language/languages';
import type { Answer } from './endpoint';

type Written = Exclude<Answer, { readonly problem: unknown }> | { readonly status: number; readonly body: unknown };

/** Writes an answer as it is; nothing of it may be kept by a shared cache, and only what has an ETag is asked for again. */
export function writeAnswer(
  response: ServerResponse,
  answer: Written,
  about: { readonly language: Language; readonly correlationId: string },
): void {
  const headers: Record<string, string> = {
    'x-correlation-id': about.correlationId,
    'x-content-type-options': 'nosniff',
    'content-language': about.language,
    vary: 'Authorization, Accept-Language',
    'cache-control': 'no-store',
  };
  if ('etag' in answer && answer.etag !== undefined) {
    headers['etag'] = `"${answer.etag}"`;
    headers['cache-control'] = 'private, no-cache';
  }
  if (answer.status === 401) headers['www-authenticate'] = 'Bearer';
  if (answer.status === 413) headers['connection'] = 'close';
  if (answer.status === 429) headers['retry-after'] = '5';
  if (answer.status === 503) headers['retry-after'] = '10';
  let content: string | Uint8Array = '';
  if ('file' in answer) {
    headers['content-type'] = answer.file.type;
    headers['content-disposition'] = `attachment; filename="${answer.file.name}"`;
    content = answer.file.content;
  } else if ('body' in answer) {
    headers['content-type'] = 'application/json; charset=utf-8';
    content = JSON.stringify(answer.body);
  }
  if (answer.status !== 304) headers['content-length'] = String(Buffer.byteLength(content));
  response.writeHead(answer.status, headers);
  response.end(content);
}
