import { z } from 'zod';
import { plusMilliseconds, type Instant, type RealClock } from '../../../src/kernel/clock';
import { CodedError } from '../../../src/kernel/coded-error';

/** Access tokens for the connector. */
export interface TokenSource {
  /** A valid token. Throws a CodedError `connector-token-unavailable`. */
  token(): Promise<string>;
  /** The connector refused this token: the next one is fetched anew. */
  refused(token: string): void;
}

export interface ClientSecretOptions {
  /** Token endpoint of the bot's tenant. */
  readonly endpoint: string;
  readonly clientId: string;
  /** Read again for every token, so that a secret rotates without a restart. */
  readonly secret: () => string | Promise<string>;
  readonly realClock: RealClock;
  readonly fetch?: typeof fetch;
  readonly timeoutMilliseconds?: number;
}

const answerSchema = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });
const renewEarlierMilliseconds = 5 * 60_000;
const scope = 'https://api.botframework.com/.default';

/** Tokens by client credentials, kept until five minutes before they expire; parallel callers share one request. */
export function createClientSecretTokens(options: ClientSecretOptions): TokenSource {
  let kept: { readonly token: string; readonly until: Instant } | undefined;
  let asked: Promise<string> | undefined;

  async function ask(): Promise<string> {
    const { access_token: token, expires_in: seconds } = await requestToken(options);
    const life = Math.max(seconds * 1000 - renewEarlierMilliseconds, seconds * 500);
    kept = { token, until: plusMilliseconds(options.realClock.now(), life) };
    return token;
  }

  return {
    async token() {
      if (kept !== undefined && options.realClock.now() < kept.until) return kept.token;
      asked ??= ask().finally(() => {
        asked = undefined;
      });
      return asked;
    },
    refused(token) {
      if (kept?.token === token) kept = undefined;
    },
  };
}

async function requestToken(options: ClientSecretOptions): Promise<z.infer<typeof answerSchema>> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: options.clientId,
    client_secret: await options.secret(),
    scope,
  });
  const response = await (options.fetch ?? fetch)(options.endpoint, {
    method: 'POST',
    body: form,
    redirect: 'error',
    signal: AbortSignal.timeout(options.timeoutMilliseconds ?? 5_000),
  }).catch((error: unknown) => {
    throw new CodedError('connector-token-unavailable', 'The token endpoint does not answer.', {}, { cause: error });
  });
  const answer = answerSchema.safeParse(await response.json().catch(() => undefined));
  if (!response.ok || !answer.success) {
    throw new CodedError(
      'connector-token-unavailable',
      'The token endpoint gave no token: check the bot’s app id, tenant and secret.',
      {
        status: response.status,
      },
    );
  }
  return answer.data;
}
