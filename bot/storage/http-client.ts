import { createDefaultHttpClient } from '@azure/core-rest-pipeline';

/** One pool of connections for all requests to the tables: a look at readiness, or a read, keeps warm what a transaction then goes through. */
export const httpClient = createDefaultHttpClient();

/** Whether an address is this machine's own, which alone may be spoken to in clear. */
export function isLoopback(url: string): boolean {
  return /^http:\/\/(?:127\.0\.0\.1|localhost)[:/]/.test(url);
}
