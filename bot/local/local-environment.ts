import { localIdentities } from '../local-identities';
import type { TeamsServiceAddresses } from './teams-service/teams-service';

export interface LocalEnvironmentOptions {
  readonly port: number;
  readonly teams: TeamsServiceAddresses;
  readonly storageConnection: string;
  readonly clockFile: string;
  /** Anything to set otherwise. */
  readonly more?: Readonly<Record<string, string>>;
}

/** The environment of a server in local mode: the same checks as in production, with the local Teams service as its trust anchor. */
export function localEnvironment(options: LocalEnvironmentOptions): Readonly<Record<string, string>> {
  const { teams } = options;
  return {
    PASSERELLE_MODE: 'local',
    PORT: String(options.port),
    PUBLIC_URL: `http://127.0.0.1:${String(options.port)}`,
    TENANT_ID: localIdentities.tenantId,
    BOT_APP_ID: localIdentities.botAppId,
    BOT_APP_TYPE: 'SingleTenant',
    BOT_PASSWORD: localIdentities.botPassword,
    BOT_OPENID_METADATA: teams.botOpenIdMetadata,
    BOT_TOKEN_ENDPOINT: teams.tokenEndpoint,
    TAB_APP_ID: localIdentities.tabAppId,
    TAB_ISSUER: teams.tabIssuer,
    TAB_JWKS: teams.tabKeys,
    TAB_FRAME_ANCESTORS: teams.baseUrl,
    STORAGE_CONNECTION: options.storageConnection,
    CALENDAR_KEY: localIdentities.calendarKey,
    SURVEY_SECRET: localIdentities.surveySecret,
    LOCAL_CLOCK_FILE: options.clockFile,
    LOCAL_TEAMS_URL: teams.baseUrl,
    TICK_SECONDS: '1',
    IDLE_SECONDS: '10',
    SENDS_PER_SECOND: '100',
    LEASE_SECONDS: '5',
    LOG_LEVEL: 'warn',
    ...options.more,
  };
}
