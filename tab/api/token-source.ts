/** Gives the token for a call; `fresh` asks for one issued just now, whatever is kept here or in Teams. */
export type TokenSource = (fresh?: boolean) => Promise<string>;

/** A token is used until five minutes before its end, so that none ends on the way. */
const margin = 300_000;

/** A fresh token is younger than this; the server wants an hour at most, and clocks differ. */
const youth = 300_000;

/** Asks Teams for a token; with `issuedAfter`, in seconds since 1970, for one that is younger. */
type Request = (issuedAfter?: number) => Promise<string>;

/** Keeps the token of Teams between calls and asks for one of each kind at a time. `now` is real time in milliseconds. */
export function createTokenSource(request: Request, now: () => number): TokenSource {
  let kept: { readonly token: string; readonly until: number } | undefined;
  // Who asks for a fresh one is not given what an earlier call is still waiting for.
  const asking = new Map<boolean, Promise<string>>();

  async function ask(fresh: boolean): Promise<string> {
    const token = await (fresh ? request(Math.floor((now() - youth) / 1000)) : request());
    kept = { token, until: expiryOf(token) - margin };
    return token;
  }

  return (fresh = false) => {
    if (!fresh && kept !== undefined && now() < kept.until) return Promise.resolve(kept.token);
    const underWay = asking.get(fresh) ?? ask(fresh).finally(() => asking.delete(fresh));
    asking.set(fresh, underWay);
    return underWay;
  };
}

/** End of a JWT in milliseconds; 0 when it cannot be read, so that it is never kept. The server alone judges the token. */
function expiryOf(token: string): number {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const claims: unknown = JSON.parse(atob(payload));
    if (typeof claims === 'object' && claims !== null && 'exp' in claims && typeof claims.exp === 'number')
      return claims.exp * 1000;
    return 0;
  } catch {
    return 0;
  }
}
