import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  SignJWT,
  type CryptoKey,
  type JWK,
  type JWTVerifyGetKey,
} from 'jose';
import { realMilliseconds } from './real-milliseconds';

/** Claims and header of a token under test; a claim given as undefined is left out. */
export interface TokenOverrides {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** Seconds of real time until it expires (negative: already expired); null leaves `exp` out. Default one hour. */
  readonly expiresInSeconds?: number | null;
  /** `stranger` signs with a key that no published set contains, under the published key id. */
  readonly signedBy?: 'issuer' | 'stranger';
}

/** An RS256 key made for this start, and what its issuer publishes. */
export interface SigningKey {
  readonly publicJwk: JWK;
  readonly keySet: JWTVerifyGetKey;
  sign(claims: Readonly<Record<string, unknown>>, overrides?: TokenOverrides): Promise<string>;
}

/** A fresh key pair; `published` adds fields to the public key, e.g. the Bot Framework's endorsements. */
export async function createSigningKey(
  keyId: string,
  published: Readonly<Record<string, unknown>> = {},
): Promise<SigningKey> {
  const own = await generateKeyPair('RS256', { extractable: true });
  let strangersKey: CryptoKey | undefined;
  const publicJwk: JWK = { ...(await exportJWK(own.publicKey)), kid: keyId, alg: 'RS256', use: 'sig', ...published };
  return {
    publicJwk,
    keySet: createLocalJWKSet({ keys: [publicJwk] }),
    async sign(claims, overrides = {}) {
      if (overrides.signedBy === 'stranger') strangersKey ??= (await generateKeyPair('RS256')).privateKey;
      const issuedAt = Math.floor(realMilliseconds() / 1000);
      const lifetime = overrides.expiresInSeconds === undefined ? 3600 : overrides.expiresInSeconds;
      const expired = lifetime !== null && lifetime < 0;
      const times = {
        iat: expired ? issuedAt + lifetime - 3600 : issuedAt,
        nbf: expired ? issuedAt + lifetime - 3600 : issuedAt,
        ...(lifetime === null ? {} : { exp: issuedAt + lifetime }),
      };
      return new SignJWT({ ...times, ...claims, ...overrides.claims })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: keyId, ...overrides.header })
        .sign(overrides.signedBy === 'stranger' && strangersKey ? strangersKey : own.privateKey);
    },
  };
}
