import { z } from 'zod';

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const guidOf = z.string({ error: 'is missing' }).regex(guid, 'is not a GUID');
const url = z
  .string({ error: 'is missing' })
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), 'is not an http(s) address');

/**
 * The client applications that Teams signs people in to a tab with: on phones and desktops, and on the web (Microsoft Learn, “Configure your
 * tab app in Microsoft Entra ID”). The registration of the tab pre-authorises the same.
 */
export const teamsClients: readonly string[] = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
];

/** Items separated by commas or spaces. */
export const listOf = (text: string): string[] => text.split(/[\s,]+/).filter((item) => item !== '');

const positive = (fallback: number, most: number) =>
  z.coerce
    .number('is not a number')
    .gt(0, 'must be above 0')
    .max(most, `must be at most ${String(most)}`)
    .default(fallback);

/** The environment variables of the server: their shapes and defaults. */
export const configVariables = z.object({
  PASSERELLE_MODE: z.enum(['local', 'production'], 'must be `local` or `production`'),
  PORT: z.coerce.number('is not a number').int('is not a whole number').min(0).max(65_535).default(3978),
  HOST: z.string().optional(),
  PROXIES: z.coerce.number('is not a number').int('is not a whole number').min(0).max(5).default(0),
  PUBLIC_URL: url,
  TENANT_ID: guidOf,
  BOT_APP_ID: guidOf,
  BOT_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI'], 'must be exactly `SingleTenant` or `UserAssignedMSI`'),
  BOT_PASSWORD: z.string().min(1, 'is empty').optional(),
  BOT_PASSWORD_FILE: z.string().optional(),
  BOT_OPENID_METADATA: url.default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  BOT_TOKEN_ENDPOINT: url.optional(),
  BOT_SERVICE_HOSTS: z
    .string()
    .default('smba.trafficmanager.net,.botframework.com,.infra.gcc.teams.microsoft.com')
    .transform(listOf),
  TAB_APP_ID: guidOf,
  TAB_AUDIENCE: z.string().min(1).optional(),
  TAB_ISSUER: url.optional(),
  TAB_JWKS: url.optional(),
  TAB_CLIENTS: z
    .string()
    .default(teamsClients.join(' '))
    .transform(listOf)
    .refine((clients) => clients.length > 0 && clients.every((client) => guid.test(client)), 'is no list of GUIDs'),
  TAB_FRAME_ANCESTORS: z.string().default('').transform(listOf),
  STORAGE_CONNECTION: z.string().min(1, 'is empty').optional(),
  STORAGE_CONNECTION_FILE: z.string().optional(),
  STORAGE_TABLE_URL: url.optional(),
  STORAGE_QUEUE_URL: url.optional(),
  STORAGE_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9]{2,40}$/, 'must be 3 to 41 small letters and digits, a letter first')
    .default('passerelle'),
  CALENDAR_KEY: z.string().min(32, 'needs at least 32 characters').optional(),
  CALENDAR_KEY_FILE: z.string().optional(),
  SURVEY_SECRET: z.string().min(32, 'needs at least 32 characters').optional(),
  SURVEY_SECRET_FILE: z.string().optional(),
  METRICS_TOKEN: z.string().min(16, 'needs at least 16 characters').optional(),
  METRICS_TOKEN_FILE: z.string().optional(),
  SENDS_PER_SECOND: positive(10, 1_000),
  TICK_SECONDS: positive(2, 60),
  IDLE_SECONDS: positive(30, 600),
  CLAIM_SECONDS: positive(90, 600),
  LEASE_SECONDS: positive(30, 600),
  SENDS_TOGETHER: z.coerce.number('is not a number').int('is not a whole number').min(1).max(50).default(10),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  LOCAL_CLOCK_FILE: z.string().optional(),
  LOCAL_TEAMS_URL: url.optional(),
  LOCAL_SEED: z.coerce.number('is not a number').int('is not a whole number').min(0).optional(),
  PASSERELLE_CRASH_AT: z.string().optional(),
  TEAMS_APP_ID: guidOf.optional(),
});

export type ConfigVariables = z.infer<typeof configVariables>;
