import type { TeamsServiceAddresses } from './teams-service/teams-service';

/** Identities of local mode; they mean nothing anywhere else. */
export const localIdentities = {
  tenantId: '7a3f0c52-0d1b-4b7e-9c55-1f2d3e4a5b6c',
  botAppId: '0c9d8b7a-6f5e-4d3c-8b2a-19f0e8d7c6b5',
  tabAppId: '5b6c7d8e-9f0a-4b1c-8d2e-3f4a5b6c7d8e',
  botPassword: 'local-bot-password',
  calendarKey: 'local-calendar-key-of-no-value-elsewhere',
} as const;

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
    LOCAL_CLOCK_FILE: options.clockFile,
    LOCAL_TEAMS_URL: teams.baseUrl,
    TICK_SECONDS: '1',
    SENDS_PER_SECOND: '100',
    LEASE_SECONDS: '5',
    LOG_LEVEL: 'warn',
    ...options.more,
  };
}
