import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { CodedError } from '../../src/kernel/coded-error';
import type { RealClock } from '../../src/kernel/clock';

const freshMilliseconds = 10 * 60_000;
const coolDownMilliseconds = 30_000;
const lastGoodMilliseconds = 24 * 3_600_000;
const timeoutMilliseconds = 5_000;
const mostBytes = 1_000_000;

interface Known {
  readonly keyOf: JWTVerifyGetKey;
  readonly at: number;
}

/**
 * The issuer's signing keys, fetched at most once in half a minute whatever tokens arrive. When the issuer cannot be reached the last
 * good keys serve for a day; after that, and before the first success, it throws `signing-keys-unavailable`.
 */
export function createSigningKeys(jwksUri: string, realClock: RealClock, fetchKeys: typeof fetch): JWTVerifyGetKey {
  let known: Known | undefined;
  let triedAt = Number.NEGATIVE_INFINITY;
  let underWay: Promise<void> | undefined;

  const now = (): number => Date.parse(realClock.now());
  const reload = async (): Promise<void> => {
    triedAt = now();
    try {
      const answer = await fetchKeys(jwksUri, {
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMilliseconds),
        headers: { accept: 'application/json' },
      });
      const text = await answer.text();
      if (!answer.ok || text.length > mostBytes) return;
      known = { keyOf: createLocalJWKSet(JSON.parse(text) as JSONWebKeySet), at: now() };
    } catch {
      // The last good keys go on serving; their age decides below.
    }
  };
  const reloadOnce = async (): Promise<void> => {
    if (now() - triedAt < coolDownMilliseconds && underWay === undefined) return;
    underWay ??= reload().finally(() => {
      underWay = undefined;
    });
    await underWay;
  };

  return async (header, token) => {
    if (known === undefined || now() - known.at > freshMilliseconds) await reloadOnce();
    if (known === undefined || now() - known.at > lastGoodMilliseconds) {
      throw new CodedError('signing-keys-unavailable', 'The signing keys of the issuer could not be fetched');
    }
    try {
      return await known.keyOf(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await reloadOnce();
      return known.keyOf(header, token);
    }
  };
}
