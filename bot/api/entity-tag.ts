import { ok, refused, type Result } from '../../src/kernel/result';

/** Whether an If-None-Match header names the tag, weakly or not, or any. */
export function namesTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((part) => {
    const value = part.trim().replace(/^W\//, '');
    return value === `"${tag}"` || value === '*';
  });
}

/** The revision an If-Match header was written for. */
export function expectedRevision(header: string): Result<number, 'unreadable'> {
  const match = /^"(\d{1,9})"$/.exec(header.trim());
  return match === null ? refused('unreadable') : ok(Number(match[1]));
}
