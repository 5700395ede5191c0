import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { BucketSize } from './token-buckets';

/** Requests of one person to the tab's API. */
export const usualLimits: BucketSize = { burst: 60, perSecond: 10 };
/** Activities of one person. */
export const activityLimits: BucketSize = { burst: 20, perSecond: 10 };
/** Refused tokens that one address may bring; more are checked one after the other, and told to slow down. */
export const refusalLimits: BucketSize = { burst: 120, perSecond: 2 };

/**
 * The address a request came from, by which refused tokens are counted: behind so many proxies that the nearest of them wrote it into
 * `X-Forwarded-For`, else the other end of the connection. What a client wrote into that header itself stands further left.
 */
export function addressOf({ headers, socket }: IncomingMessage, proxies: number): string {
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const written = proxies === 0 ? undefined : forwarded.at(-proxies)?.trim();
  return keyOf(written === undefined || written === '' ? (socket.remoteAddress ?? '') : written);
}

/** Without a port; of an IPv6 address the network, since one customer has all of a /64. */
function keyOf(written: string): string {
  const address = /^\[([^\]]+)\](?::\d+)?$/.exec(written)?.[1] ?? (/^[\d.]+(?=:\d+$)/.exec(written)?.[0] || written);
  if (isIP(address) !== 6 || address.includes('.')) return address;
  const [front = '', back] = address.split('::');
  const groups = front === '' ? [] : front.split(':');
  const zeros = back === undefined ? [] : Array.from({ length: 8 - groups.length - back.split(':').length }, () => '0');
  return `${[...groups, ...zeros, ...(back?.split(':') ?? [])].slice(0, 4).join(':')}::/64`;
}
