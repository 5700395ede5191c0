import { errors, jwtVerify, type JWTPayload } from 'jose';
import { z } from 'zod';
import type { RealClock } from '../../src/kernel/clock';
import { ok, refused, type Result } from '../../src/kernel/result';
import type { Actor } from '../../src/domain/ports';
import { skewSeconds } from '../token-skew';
import { createSigningKeys } from './signing-keys';

/** The trust anchors of the tab's tokens, from the configuration. */
export interface TokenRules {
  readonly issuer: string;
  readonly jwksUri: string;
  readonly audience: string;
  readonly tenant: string;
  /** Client applications that may ask on a person's behalf (`azp`). */
  readonly clients: readonly string[];
  /** Greatest age of a token that proves a tenant-wide role in a programme, in minutes. */
  readonly youngMinutes: number;
}

/** Who calls, as the token proves. */
export interface Caller {
  readonly actor: Actor;
  /** Whether the token was issued within the last `youngMinutes`. */
  readonly young: boolean;
}

/** missing: no bearer token. invalid: not one of this issuer for us, now. not-for-this: well signed, but no person of this tenant through the tab. */
export type TokenRefusal = 'missing' | 'invalid' | 'not-for-this';
export type TokenCheck = (authorization: string | undefined) => Promise<Result<Caller, TokenRefusal>>;

const greatestToken = 16_384;
const scope = 'access_as_user';

const claimsSchema = z.object({
  ver: z.literal('2.0'),
  aud: z.string(),
  iat: z.number(),
  tid: z.string(),
  oid: z.string().regex(/^[0-9a-f-]{36}$/i),
  scp: z.string(),
  azp: z.string().optional(),
  idtyp: z.string().optional(),
  name: z.string().max(300).optional(),
  roles: z.array(z.string().max(200)).max(100).optional(),
});

/** Checks the bearer tokens of the tab. Throws `signing-keys-unavailable` where no key was ever had, or none for a day. */
export function createTokenCheck(rules: TokenRules, realClock: RealClock, fetchKeys: typeof fetch): TokenCheck {
  const keys = createSigningKeys(rules.jwksUri, realClock, fetchKeys);
  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (authorization === undefined) return refused('missing');
    if (token === undefined || token.length > greatestToken) return refused('invalid');
    const now = new Date(realClock.now());
    let payload: JWTPayload;
    try {
      ({ payload } = await jwtVerify(token, keys, {
        issuer: rules.issuer,
        audience: rules.audience,
        algorithms: ['RS256'],
        requiredClaims: ['exp', 'iat', 'iss', 'aud', 'tid', 'oid'],
        clockTolerance: skewSeconds,
        currentDate: now,
      }));
    } catch (error) {
      if (error instanceof errors.JOSEError) return refused('invalid');
      throw error;
    }
    return callerOf(payload, rules, now.getTime() / 1000);
  };
}

function callerOf(payload: JWTPayload, rules: TokenRules, nowSeconds: number): Result<Caller, TokenRefusal> {
  const parsed = claimsSchema.safeParse(payload);
  if (!parsed.success) return refused('not-for-this');
  const claims = parsed.data;
  if (claims.iat > nowSeconds + skewSeconds) return refused('invalid');
  const forPerson = claims.scp.split(' ').includes(scope) && claims.idtyp !== 'app';
  const fromTab = claims.azp !== undefined && rules.clients.includes(claims.azp.toLowerCase());
  if (claims.tid !== rules.tenant || !forPerson || !fromTab) return refused('not-for-this');
  return ok({
    actor: { directoryId: claims.oid.toLowerCase(), appRoles: claims.roles ?? [], name: claims.name ?? '' },
    young: nowSeconds - claims.iat <= rules.youngMinutes * 60,
  });
}
