/** Gives the token for a call; `fresh` asks Teams again even when the kept one has not ended. */
export type TokenSource = (fresh?: boolean) => Promise<string>;

/** A token is used until five minutes before its end, so that none ends on the way. */
const margin = 300_000;

/** Keeps the token of Teams between calls and asks for one at a time. `now` is real time in milliseconds. */
export function createTokenSource(request: () => Promise<string>, now: () => number): TokenSource {
  let kept: { readonly token: string; readonly until: number } | undefined;
  let asking: Promise<string> | undefined;

  async function ask(): Promise<string> {
    const token = await request();
    kept = { token, until: expiryOf(token) - margin };
    return token;
  }

  return (fresh = false) => {
    if (!fresh && kept !== undefined && now() < kept.until) return Promise.resolve(kept.token);
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
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
