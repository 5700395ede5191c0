import { decodeJwt, decodeProtectedHeader } from 'jose';

/** What a bearer token says of itself, not verified yet: enough to turn away what could never be right. */
export interface BearerClaims {
  readonly algorithm: unknown;
  readonly issuer: unknown;
  readonly audience: unknown;
  readonly serviceUrl: unknown;
  /** Seconds since 1970. */
  readonly expires: unknown;
  readonly notBefore: unknown;
}

/** The claims of an Authorization header, or undefined where it is no bearer token. */
export function bearerClaims(authorization: string | undefined): BearerClaims | undefined {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/u.exec(authorization ?? '')?.[1];
  if (token === undefined || token.length > 16_384) return undefined;
  try {
    const payload = decodeJwt(token);
    return {
      algorithm: decodeProtectedHeader(token).alg,
      issuer: payload.iss,
      audience: payload.aud,
      serviceUrl: payload.serviceurl,
      expires: payload.exp,
      notBefore: payload.nbf,
    };
  } catch {
    return undefined;
  }
}
