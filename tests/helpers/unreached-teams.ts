import type { TeamsServiceAddresses } from '../../bot/local/teams-service/teams-service';

const nobody = 'http://127.0.0.1:9';

/** Addresses at which no Teams answers, for tests of a server that speaks to none. */
export const unreachedTeams: TeamsServiceAddresses = {
  baseUrl: nobody,
  serviceUrl: `${nobody}/teams/`,
  botOpenIdMetadata: `${nobody}/botframework/.well-known/openidconfiguration`,
  tokenEndpoint: `${nobody}/oauth/token`,
  tabIssuer: `${nobody}/entra/v2.0`,
  tabOpenIdMetadata: `${nobody}/entra/v2.0/.well-known/openid-configuration`,
  tabKeys: `${nobody}/entra/discovery/v2.0/keys`,
};
