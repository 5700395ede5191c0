import { CodedError } from '../src/kernel/coded-error';
import { withoutEnd } from '../src/kernel/without-ends';
import { ruleProblems } from './config-rules';
import type { ConfigProblem } from './production-rules';
import { configVariables, type ConfigVariables } from './config-variables';
import { isLocalIdentity } from './local-identities';
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
  /**
   * Decides what chance and real time decide otherwise, so that two runs repeat exactly: ids and keys follow from it, the background
   * works when it is told to settle and at no other time, and no answer is cut short for being slow. For one server on a store of its own.
   */
  readonly seed?: number;
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
    /** Client applications that may ask on a person’s behalf. */
    readonly clients: readonly string[];
    /** Origins that may frame the tab besides Microsoft's. */
    readonly frameAncestors: readonly string[];
  };
  /** Proxies between the internet and this server, each of which adds to `X-Forwarded-For`. */
  readonly proxies: number;
  readonly storage: StorageConfig;
  /** Prefix of the names of tables and queue: letters and digits. */
  readonly storagePrefix: string;
  readonly calendarKey: () => string;
  /** What the keys of survey answers are wrapped under; with another one they cannot be opened any more. */
  readonly surveySecret: () => string;
  /** Bearer token for /metrics; without one nobody reads them, in local mode this machine does. */
  readonly metricsToken?: () => string;
  readonly pace: {
    readonly sendsPerSecond: number;
    readonly tickSeconds: number;
    readonly idleSeconds: number;
    readonly claimSeconds: number;
    readonly leaseSeconds: number;
    readonly sendsTogether: number;
  };
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly local?: LocalConfig;
}

/** Every reason why the server would not start with this environment; none when all is well. */
export function configProblems(environment: Environment): readonly ConfigProblem[] {
  const parsed = configVariables.safeParse(withoutEmpty(environment));
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
  return toConfig(configVariables.parse(withoutEmpty(environment)));
}

/** Of one given in a file; of the variable itself `configVariables` says the same. */
const shortestSurveySecret = 32;

function withoutEmpty(environment: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  );
}

function secret(
  env: ConfigVariables,
  name: 'BOT_PASSWORD' | 'STORAGE_CONNECTION' | 'CALENDAR_KEY' | 'SURVEY_SECRET' | 'METRICS_TOKEN',
): (() => string) | undefined {
  const file = env[`${name}_FILE`];
  if (file !== undefined) {
    const read = secretInFile(`${name}_FILE`, file);
    if (env.PASSERELLE_MODE === 'production' && isLocalIdentity(read()))
      throw new CodedError(
        'configuration-invalid',
        `${name}_FILE holds the secret of local mode, which stands in public code`,
      );
    if (name === 'SURVEY_SECRET' && read().length < shortestSurveySecret)
      throw new CodedError('configuration-invalid', 'SURVEY_SECRET_FILE needs at least 32 characters');
    return read;
  }
  const value = env[name];
  return value === undefined ? undefined : () => value;
}

function toConfig(env: ConfigVariables): Config {
  const issuer = `https://login.microsoftonline.com/${env.TENANT_ID}`;
  const password = env.BOT_APP_TYPE === 'UserAssignedMSI' ? undefined : secret(env, 'BOT_PASSWORD');
  const connectionString = secret(env, 'STORAGE_CONNECTION');
  const metricsToken = secret(env, 'METRICS_TOKEN');
  return {
    mode: env.PASSERELLE_MODE,
    port: env.PORT,
    host: env.HOST ?? (env.PASSERELLE_MODE === 'local' ? '127.0.0.1' : '0.0.0.0'),
    publicUrl: withoutEnd(env.PUBLIC_URL, '/'),
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
      clients: env.TAB_CLIENTS.map((client) => client.toLowerCase()),
      frameAncestors: env.TAB_FRAME_ANCESTORS,
    },
    proxies: env.PROXIES,
    storage:
      connectionString === undefined
        ? { tableUrl: env.STORAGE_TABLE_URL ?? '', queueUrl: env.STORAGE_QUEUE_URL ?? '' }
        : { connectionString },
    storagePrefix: env.STORAGE_PREFIX,
    calendarKey: secret(env, 'CALENDAR_KEY') ?? (() => ''),
    surveySecret: secret(env, 'SURVEY_SECRET') ?? (() => ''),
    ...(metricsToken === undefined ? {} : { metricsToken }),
    pace: {
      sendsPerSecond: env.SENDS_PER_SECOND,
      tickSeconds: env.TICK_SECONDS,
      idleSeconds: env.IDLE_SECONDS,
      claimSeconds: env.CLAIM_SECONDS,
      leaseSeconds: env.LEASE_SECONDS,
      sendsTogether: env.SENDS_TOGETHER,
    },
    logLevel: env.LOG_LEVEL,
    ...(env.PASSERELLE_MODE === 'local' && env.LOCAL_CLOCK_FILE !== undefined
      ? {
          local: {
            clockFile: env.LOCAL_CLOCK_FILE,
            ...(env.PASSERELLE_CRASH_AT === undefined ? {} : { crashAt: env.PASSERELLE_CRASH_AT }),
            ...(env.LOCAL_TEAMS_URL === undefined ? {} : { teamsUrl: env.LOCAL_TEAMS_URL }),
            ...(env.LOCAL_SEED === undefined ? {} : { seed: env.LOCAL_SEED }),
          },
        }
      : {}),
  };
}
