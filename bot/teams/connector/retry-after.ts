import type { Instant } from '../../../src/kernel/clock';

const shortest = 1_000;
const longest = 15 * 60_000;
const withoutAnswer = 10_000;

/**
 * How long to wait, in milliseconds, as a Retry-After header says: seconds or an HTTP date; between one second and
 * fifteen minutes, ten seconds where the header is missing or makes no sense.
 */
export function retryAfterMilliseconds(header: string | null, now: Instant): number {
  const text = header?.trim() ?? '';
  const wished = /^\d{1,9}$/u.test(text) ? Number(text) * 1000 : httpDate(text, now);
  return wished === undefined ? withoutAnswer : Math.min(Math.max(wished, shortest), longest);
}

function httpDate(text: string, now: Instant): number | undefined {
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/u.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at - Date.parse(now);
}
