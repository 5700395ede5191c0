import { createDefaultHttpClient } from '@azure/core-rest-pipeline';
import { isLoopback } from '../is-loopback';

/** One pool of connections for all requests to the tables: a look at readiness, or a read, keeps warm what a transaction then goes through. */
export const httpClient = createDefaultHttpClient();

/** Whether the store at this address is on this machine, and may be spoken to in clear. */
export function isLocalStore(url: string): boolean {
  return URL.canParse(url) && isLoopback(new URL(url).hostname);
}
