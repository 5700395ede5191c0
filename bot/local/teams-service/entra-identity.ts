import { createSigningKey, type TokenOverrides } from './signing-key';
import type { PersonSeed } from './service-options';

/** Client id of Teams on the web, the authorised party of a tab's token. */
export const TEAMS_WEB_CLIENT_ID = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

/** The tenant's sign-in service, as far as a tab needs it. */
export interface EntraIdentity {
  issuer(baseUrl: string): string;
  metadata(baseUrl: string): unknown;
  keys(): unknown;
  /** A version 2.0 access token for the tab's API, as getAuthToken hands out for this person. */
  signFor(baseUrl: string, person: PersonSeed, overrides?: TokenOverrides): Promise<string>;
  /** A token of this issuer with the tab's audience and nothing else but the overrides. */
  sign(baseUrl: string, overrides: TokenOverrides): Promise<string>;
}

/** Makes the issuer with a key generated for this start. */
export async function createEntraIdentity(tenantId: string, tabAppId: string): Promise<EntraIdentity> {
  const key = await createSigningKey('local-entra');
  const issuer = (baseUrl: string): string => `${baseUrl}/entra/${tenantId}/v2.0`;
  return {
    issuer,
    metadata: (baseUrl) => ({
      issuer: issuer(baseUrl),
      jwks_uri: `${baseUrl}/entra/${tenantId}/discovery/v2.0/keys`,
      token_endpoint: `${baseUrl}/oauth/${tenantId}/oauth2/v2.0/token`,
      id_token_signing_alg_values_supported: ['RS256'],
    }),
    keys: () => ({ keys: [key.publicJwk] }),
    signFor: (baseUrl, person, overrides) =>
      key.sign(
        {
          iss: issuer(baseUrl),
          aud: tabAppId,
          tid: tenantId,
          oid: person.directoryId,
          sub: `local-${person.directoryId}`,
          name: person.name,
          preferred_username: person.email,
          scp: 'access_as_user',
          azp: TEAMS_WEB_CLIENT_ID,
          azpacr: '0',
          ver: '2.0',
          ...(person.tabRoles?.length ? { roles: person.tabRoles } : {}),
        },
        overrides,
      ),
    sign: (baseUrl, overrides) =>
      key.sign({ iss: issuer(baseUrl), aud: tabAppId, tid: tenantId, ver: '2.0' }, overrides),
  };
}
