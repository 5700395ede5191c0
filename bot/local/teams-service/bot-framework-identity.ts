import { jwtVerify } from 'jose';
import { createSigningKey, type TokenOverrides } from './signing-key';
import { realMilliseconds } from './real-milliseconds';

const BOT_FRAMEWORK = 'https://api.botframework.com';
const CONNECTOR_TOKEN_SECONDS = 3599;

/** The Bot Framework's token service: signs what Teams posts to the bot and what the bot shows to the connector. */
export interface BotFrameworkIdentity {
  metadata(baseUrl: string): unknown;
  keys(): unknown;
  /** A token as Teams puts on an activity: issuer, audience (the bot) and the service URL it speaks for. */
  signInbound(serviceUrl: string, overrides?: TokenOverrides): Promise<string>;
  /** Answer of the token endpoint for the bot's client credentials. */
  issueConnectorToken(
    tenant: string,
  ): Promise<{ token_type: 'Bearer'; expires_in: number; ext_expires_in: number; access_token: string }>;
  /** Whether an Authorization header carries a valid connector token of this bot. */
  acceptsConnectorToken(authorization: string | undefined): Promise<boolean>;
  /** From now on refuses every connector token issued so far, as after an incident. */
  revokeConnectorTokens(): void;
}

/** Makes the identity with a key generated for this start. */
export async function createBotFrameworkIdentity(botAppId: string): Promise<BotFrameworkIdentity> {
  const key = await createSigningKey('local-bot-framework', { endorsements: ['msteams'] });
  const accepted = new Map<string, number>();
  let generation = 0;
  return {
    metadata: (baseUrl) => ({
      issuer: BOT_FRAMEWORK,
      jwks_uri: `${baseUrl}/botframework/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    }),
    keys: () => ({ keys: [key.publicJwk] }),
    signInbound: (serviceUrl, overrides) =>
      key.sign({ iss: BOT_FRAMEWORK, aud: botAppId, serviceurl: serviceUrl }, overrides),
    async issueConnectorToken(tenant) {
      const claims = {
        iss: `https://sts.windows.net/${tenant}/`,
        aud: BOT_FRAMEWORK,
        appid: botAppId,
        tid: tenant,
        ver: '1.0',
        generation,
      };
      return {
        token_type: 'Bearer',
        expires_in: CONNECTOR_TOKEN_SECONDS,
        ext_expires_in: CONNECTOR_TOKEN_SECONDS,
        access_token: await key.sign(claims, { expiresInSeconds: CONNECTOR_TOKEN_SECONDS }),
      };
    },
    async acceptsConnectorToken(authorization) {
      const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
      if (!token) return false;
      const validUntil = accepted.get(token);
      if (validUntil !== undefined) return validUntil > realMilliseconds() / 1000;
      try {
        const { payload } = await jwtVerify(token, key.keySet, {
          audience: BOT_FRAMEWORK,
          algorithms: ['RS256'],
          requiredClaims: ['exp'],
        });
        if (payload.appid !== botAppId || payload.generation !== generation) return false;
        accepted.set(token, payload.exp ?? 0);
        return true;
      } catch {
        return false;
      }
    },
    revokeConnectorTokens() {
      generation += 1;
      accepted.clear();
    },
  };
}
