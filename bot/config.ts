import { z } from 'zod';
import { CodedError } from '../src/kernel/coded-error';
import { secretInFile } from './secret-file';

type Environment = Readonly<Record<string, string | undefined>>;

/** How the storage account is reached: with a connection string, or by address and the server's own identity. */
export type StorageConfig =
  { readonly connectionString: () => string } | { readonly tableUrl: string; readonly queueUrl: string };

/** What local mode alone has. */
export interface LocalConfig {
  /** File that holds the movable clock, shared by every process on the same storage. */
  readonly clockFile: string;
  /** `transaction|claim|sent|marked:<kind>:<n>`: end the process there, for tests. */
  readonly crashAt?: string;
  /** Address of the local Teams service. */
  readonly teamsUrl?: string;
}

/** The whole configuration, read once. Secrets are functions, since they may change while the server runs. */
export interface Config {
  readonly mode: 'local' | 'production';
  readonly port: number;
  readonly host: string;
  /** Public address without a slash at the end. */
  readonly publicUrl: string;
  readonly tenantId: string;
  /** Id of the Teams app as its manifest says, for links to the tab. */
  readonly teamsAppId: string;
  readonly bot: {
    readonly appId: string;
    readonly type: 'SingleTenant' | 'UserAssignedMSI';
    /** Absent with a managed identity. */
    readonly password?: () => string;
    readonly openIdMetadata: string;
    readonly tokenEndpoint: string;
    /** Hosts the bot may post to; a leading dot allows subdomains. */
    readonly serviceHosts: readonly string[];
  };
  readonly tab: {
    readonly appId: string;
    readonly audience: string;
    readonly issuer: string;
    readonly jwksUri: string;
    readonly clients?: readonly string[];
    /** Origins that may frame the tab besides Microsoft's. */
    readonly frameAncestors: readonly string[];
  };
  readonly storage: StorageConfig;
  /** Prefix of the names of tables and queue: letters and digits. */
  readonly storagePrefix: string;
  readonly calendarKey: () => string;
  /** Bearer token for /metrics from elsewhere than this machine. */
  readonly metricsToken?: () => string;
  readonly pace: {
    readonly sendsPerSecond: number;
    readonly tickSeconds: number;
    readonly claimSeconds: number;
    readonly leaseSeconds: number;
  };
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly local?: LocalConfig;
}

export interface ConfigProblem {
  readonly variable: string;
  readonly problem: string;
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const guidOf = z.string({ error: 'is missing' }).regex(guid, 'is not a GUID');
const url = z
  .string({ error: 'is missing' })
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), 'is not an http(s) address');
const list = (text: string): string[] => text.split(/[\s,]+/).filter((item) => item !== '');
const positive = (fallback: number, most: number) =>
  z.coerce
    .number('is not a number')
    .gt(0, 'must be above 0')
    .max(most, `must be at most ${String(most)}`)
    .default(fallback);

const schema = z.object({
  PASSERELLE_MODE: z.enum(['local', 'production'], 'must be `local` or `production`'),
  PORT: z.coerce.number('is not a number').int('is not a whole number').min(0).max(65_535).default(3978),
  HOST: z.string().optional(),
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
    .transform(list),
  TAB_APP_ID: guidOf,
  TAB_AUDIENCE: z.string().min(1).optional(),
  TAB_ISSUER: url.optional(),
  TAB_JWKS: url.optional(),
  TAB_CLIENTS: z.string().transform(list).optional(),
  TAB_FRAME_ANCESTORS: z.string().default('').transform(list),
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
  METRICS_TOKEN: z.string().min(16, 'needs at least 16 characters').optional(),
  METRICS_TOKEN_FILE: z.string().optional(),
  SENDS_PER_SECOND: positive(10, 1_000),
  TICK_SECONDS: positive(2, 60),
  CLAIM_SECONDS: positive(90, 600),
  LEASE_SECONDS: positive(30, 600),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  LOCAL_CLOCK_FILE: z.string().optional(),
  LOCAL_TEAMS_URL: url.optional(),
  PASSERELLE_CRASH_AT: z.string().optional(),
  TEAMS_APP_ID: guidOf.optional(),
});
type Variables = z.infer<typeof schema>;

/** Every reason why the server would not start with this environment; none when all is well. */
export function configProblems(environment: Environment): readonly ConfigProblem[] {
  const parsed = schema.safeParse(withoutEmpty(environment));
  const shape = parsed.success
    ? []
    : parsed.error.issues.map((issue) => ({ variable: issue.path.map(String).join('.'), problem: issue.message }));
  const known = new Set(shape.map(({ variable }) => variable));
  return [...shape, ...ruleProblems(withoutEmpty(environment)).filter(({ variable }) => !known.has(variable))];
}

/** Reads the environment once. Throws `configuration-invalid`, whose message names each variable and what is wrong with it. */
export function readConfig(environment: Environment): Config {
  const problems = configProblems(environment);
  if (problems.length > 0) {
    const lines = problems.map(({ variable, problem }) => `  ${variable} ${problem}`);
    throw new CodedError(
      'configuration-invalid',
      `The server does not start with this configuration:\n${lines.join('\n')}`,
      { problems: problems.length },
    );
  }
  return toConfig(schema.parse(withoutEmpty(environment)));
}

function withoutEmpty(environment: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  );
}

/** What the shape of single variables cannot say: what belongs together, and what production refuses. */
function ruleProblems(env: Record<string, string>): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const refuse = (variable: string, problem: string): void => void problems.push({ variable, problem });
  const has = (name: string): boolean => env[name] !== undefined || env[`${name}_FILE`] !== undefined;
  if (env['BOT_APP_TYPE'] === 'SingleTenant' && !has('BOT_PASSWORD'))
    refuse('BOT_PASSWORD', 'is missing (or BOT_PASSWORD_FILE): a SingleTenant bot proves itself with a secret');
  const byIdentity = env['STORAGE_TABLE_URL'] !== undefined && env['STORAGE_QUEUE_URL'] !== undefined;
  if (!has('STORAGE_CONNECTION') && !byIdentity)
    refuse('STORAGE_TABLE_URL', 'is missing: give STORAGE_TABLE_URL and STORAGE_QUEUE_URL, or STORAGE_CONNECTION');
  if (!has('CALENDAR_KEY'))
    refuse('CALENDAR_KEY', 'is missing (or CALENDAR_KEY_FILE): it signs the addresses of calendar files');
  if (env['PASSERELLE_MODE'] === 'local') {
    if (env['LOCAL_CLOCK_FILE'] === undefined)
      refuse('LOCAL_CLOCK_FILE', 'is missing: local mode keeps its clock there');
    if (env['NODE_ENV'] === 'production')
      refuse('PASSERELLE_MODE', 'is `local` although NODE_ENV says production: local mode signs anyone in');
    if (env['HOST'] !== undefined && !loopback(env['HOST']))
      refuse('HOST', 'must be a loopback address in local mode, which signs anyone in');
  } else problems.push(...productionProblems(env));
  return problems;
}

const anchors = [
  'PUBLIC_URL',
  'BOT_OPENID_METADATA',
  'BOT_TOKEN_ENDPOINT',
  'TAB_ISSUER',
  'TAB_JWKS',
  'STORAGE_TABLE_URL',
  'STORAGE_QUEUE_URL',
];

function productionProblems(env: Record<string, string>): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  for (const variable of anchors) {
    const text = env[variable];
    if (text === undefined || !URL.canParse(text)) continue;
    const { protocol, hostname } = new URL(text);
    if (protocol !== 'https:') problems.push({ variable, problem: 'must be an https address in production' });
    else if (loopback(hostname) || hostname === '0.0.0.0')
      problems.push({ variable, problem: 'is a loopback address, which production refuses' });
  }
  for (const host of list(env['BOT_SERVICE_HOSTS'] ?? '')) {
    if (loopback(host.replace(/:\d+$/, '')))
      problems.push({ variable: 'BOT_SERVICE_HOSTS', problem: 'holds a loopback address, which production refuses' });
  }
  for (const origin of list(env['TAB_FRAME_ANCESTORS'] ?? '')) {
    if (!origin.startsWith('https://'))
      problems.push({ variable: 'TAB_FRAME_ANCESTORS', problem: 'may name https origins only in production' });
  }
  if (/UseDevelopmentStorage|Endpoint=http:/i.test(env['STORAGE_CONNECTION'] ?? ''))
    problems.push({ variable: 'STORAGE_CONNECTION', problem: 'names development storage, which production refuses' });
  for (const variable of ['LOCAL_CLOCK_FILE', 'LOCAL_TEAMS_URL', 'PASSERELLE_CRASH_AT']) {
    if (env[variable] !== undefined) problems.push({ variable, problem: 'belongs to local mode only' });
  }
  return problems;
}

function loopback(host: string): boolean {
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[?::1?\]?)$/i.test(host);
}

function secret(
  env: Variables,
  name: 'BOT_PASSWORD' | 'STORAGE_CONNECTION' | 'CALENDAR_KEY' | 'METRICS_TOKEN',
): (() => string) | undefined {
  const file = env[`${name}_FILE`];
  if (file !== undefined) return secretInFile(`${name}_FILE`, file);
  const value = env[name];
  return value === undefined ? undefined : () => value;
}

function toConfig(env: Variables): Config {
  const issuer = `https://login.microsoftonline.com/${env.TENANT_ID}`;
  const password = env.BOT_APP_TYPE === 'UserAssignedMSI' ? undefined : secret(env, 'BOT_PASSWORD');
  const connectionString = secret(env, 'STORAGE_CONNECTION');
  const metricsToken = secret(env, 'METRICS_TOKEN');
  return {
    mode: env.PASSERELLE_MODE,
    port: env.PORT,
    host: env.HOST ?? (env.PASSERELLE_MODE === 'local' ? '127.0.0.1' : '0.0.0.0'),
    publicUrl: env.PUBLIC_URL.replace(/\/+$/, ''),
    tenantId: env.TENANT_ID.toLowerCase(),
    teamsAppId: env.TEAMS_APP_ID ?? env.BOT_APP_ID,
    bot: {
      appId: env.BOT_APP_ID,
      type: env.BOT_APP_TYPE,
      ...(password === undefined ? {} : { password }),
      openIdMetadata: env.BOT_OPENID_METADATA,
      tokenEndpoint: env.BOT_TOKEN_ENDPOINT ?? `${issuer}/oauth2/v2.0/token`,
      serviceHosts: env.BOT_SERVICE_HOSTS,
    },
    tab: {
      appId: env.TAB_APP_ID,
      audience: env.TAB_AUDIENCE ?? env.TAB_APP_ID,
      issuer: env.TAB_ISSUER ?? `${issuer}/v2.0`,
      jwksUri: env.TAB_JWKS ?? `${issuer}/discovery/v2.0/keys`,
      ...(env.TAB_CLIENTS === undefined ? {} : { clients: env.TAB_CLIENTS }),
      frameAncestors: env.TAB_FRAME_ANCESTORS,
    },
    storage:
      connectionString === undefined
        ? { tableUrl: env.STORAGE_TABLE_URL ?? '', queueUrl: env.STORAGE_QUEUE_URL ?? '' }
        : { connectionString },
    storagePrefix: env.STORAGE_PREFIX,
    calendarKey: secret(env, 'CALENDAR_KEY') ?? (() => ''),
    ...(metricsToken === undefined ? {} : { metricsToken }),
    pace: {
      sendsPerSecond: env.SENDS_PER_SECOND,
      tickSeconds: env.TICK_SECONDS,
      claimSeconds: env.CLAIM_SECONDS,
      leaseSeconds: env.LEASE_SECONDS,
    },
    logLevel: env.LOG_LEVEL,
    ...(env.PASSERELLE_MODE === 'local' && env.LOCAL_CLOCK_FILE !== undefined
      ? {
          local: {
            clockFile: env.LOCAL_CLOCK_FILE,
            ...(env.PASSERELLE_CRASH_AT === undefined ? {} : { crashAt: env.PASSERELLE_CRASH_AT }),
            ...(env.LOCAL_TEAMS_URL === undefined ? {} : { teamsUrl: env.LOCAL_TEAMS_URL }),
          },
        }
      : {}),
  };
}
