import type { IncomingMessage } from 'node:http';
import { ok, refused, type Result } from '../../src/kernel/result';

export type BodyRefusal = 'body-too-large' | 'encoding-refused' | 'wrong-content-type' | 'invalid-body';

/** The JSON of a request, read up to `limit` bytes as they come; compressed bodies are refused, so that the limit counts what is kept. */
export async function readJsonBody(request: IncomingMessage, limit: number): Promise<Result<unknown, BodyRefusal>> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') return refused('encoding-refused');
  if (Number(request.headers['content-length'] ?? 0) > limit) return refused('body-too-large');
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) return refused('body-too-large');
      chunks.push(chunk);
    }
  } catch {
    // Whoever sent it has gone: nobody reads the answer, and nothing is wrong here.
    return refused('invalid-body');
  }
  if (size === 0) return ok(undefined);
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return refused('wrong-content-type');
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))) as unknown);
  } catch {
    return refused('invalid-body');
  }
}
