import type { ServerResponse } from 'node:http';
import { nothingPolicy } from './security-headers';

/** Answers with JSON, or nothing, that no cache keeps. */
export function writeJson(response: ServerResponse, status: number, body: unknown): void {
  const text = body === undefined ? '' : JSON.stringify(body);
  if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-store');
  if (!response.hasHeader('content-security-policy')) response.setHeader('content-security-policy', nothingPolicy);
  response.writeHead(status, text === '' ? {} : { 'content-type': 'application/json; charset=utf-8' });
  response.end(text);
}
