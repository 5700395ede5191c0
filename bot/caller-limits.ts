import type { IncomingMessage } from 'node:http';
import type { BucketSize } from './token-buckets';

/** Requests of one person to the tab's API. */
export const usualLimits: BucketSize = { burst: 60, perSecond: 10 };
/** Activities of one person. */
export const activityLimits: BucketSize = { burst: 20, perSecond: 10 };
/** Refused tokens that one address may bring; whoever brings more is not checked for a while. */
export const refusalLimits: BucketSize = { burst: 120, perSecond: 2 };

/**
 * The address a request came from, by which refused tokens are counted: behind so many proxies that the nearest of them wrote it into
 * `X-Forwarded-For`, else the other end of the connection. What a client wrote into that header itself stands further left.
 */
export function addressOf({ headers, socket }: IncomingMessage, proxies: number): string {
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const written = proxies === 0 ? undefined : forwarded.at(-proxies)?.trim();
  return written === undefined || written === '' ? (socket.remoteAddress ?? '') : written.replace(/:\d+$/, '');
}
