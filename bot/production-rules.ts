import { listOf } from './config-variables';
import { isLoopback } from './is-loopback';
import { isLocalIdentity } from './local-identities';

/** A variable, and what is wrong with it. */
export interface ConfigProblem {
  readonly variable: string;
  readonly problem: string;
}

type Environment = Readonly<Record<string, string>>;

const addresses = ['PUBLIC_URL', 'STORAGE_TABLE_URL', 'STORAGE_QUEUE_URL'];
/** Where Entra and the Bot Framework publish their keys and hand out tokens: the public cloud, and GCC in it. The national clouds have issuers of their own, which this server does not know. */
const signIn = ['login.microsoftonline.com'];
const botSignIn = ['login.botframework.com'];
const anchors: Readonly<Record<string, readonly string[]>> = {
  BOT_OPENID_METADATA: botSignIn,
  BOT_TOKEN_ENDPOINT: signIn,
  TAB_ISSUER: signIn,
  TAB_JWKS: signIn,
};
/** Hosts of Teams' connector, and domains that Microsoft alone hands out names in. */
const connectorHosts = ['smba.trafficmanager.net'];
const connectorDomains = ['botframework.com', 'teams.microsoft.com'];
/** Three times what one send may take (`longestSend`, 10 s): claimed for less than a send, a message would be sent by a second server as well. */
const shortestClaim = 30;

/** What production refuses, though each variable has its shape: what would let somebody else in, or let messages out twice. */
export function productionProblems(env: Environment): ConfigProblem[] {
  return [
    ...addresses.flatMap((variable) => addressProblems(env, variable)),
    ...Object.entries(anchors).flatMap(([variable, hosts]) => anchorProblems(env, variable, hosts)),
    ...listProblems(env, 'BOT_SERVICE_HOSTS', hostProblem),
    ...listProblems(env, 'TAB_FRAME_ANCESTORS', ancestorProblem),
    ...keyProblems(env),
    ...referenceProblems(env),
    ...localProblems(env),
    ...(Number(env['CLAIM_SECONDS'] ?? shortestClaim) < shortestClaim
      ? [
          {
            variable: 'CLAIM_SECONDS',
            problem: `must be at least ${String(shortestClaim)}: a message must not be taken again while it is being sent`,
          },
        ]
      : []),
  ];
}

function addressProblems(env: Environment, variable: string): ConfigProblem[] {
  const text = env[variable];
  if (text === undefined || !URL.canParse(text)) return [];
  const { protocol, hostname } = new URL(text);
  if (protocol !== 'https:') return [{ variable, problem: 'must be an https address in production' }];
  if (isLoopback(hostname) || hostname === '0.0.0.0')
    return [{ variable, problem: 'is a loopback address, which production refuses' }];
  return [];
}

/** Whoever publishes keys decides who gets in: Microsoft's own hosts and no others. */
function anchorProblems(env: Environment, variable: string, hosts: readonly string[]): ConfigProblem[] {
  const text = env[variable];
  if (text === undefined || !URL.canParse(text)) return [];
  const { protocol, host } = new URL(text);
  if (protocol === 'https:' && hosts.includes(host)) return [];
  return [{ variable, problem: `must be an https address of ${hosts.join(', ')}` }];
}

function listProblems(
  env: Environment,
  variable: string,
  problemOf: (item: string) => string | undefined,
): ConfigProblem[] {
  const problem = listOf(env[variable] ?? '')
    .map(problemOf)
    .find((words) => words !== undefined);
  return problem === undefined ? [] : [{ variable, problem }];
}

function hostProblem(host: string): string | undefined {
  const name = host.replace(/^\./, '').toLowerCase();
  const isOne = connectorHosts.includes(host.toLowerCase());
  const isIn = connectorDomains.some((domain) => name === domain || name.endsWith(`.${domain}`));
  return isOne || isIn
    ? undefined
    : `may name hosts of Teams only: ${connectorHosts.join(', ')}, or below ${connectorDomains.join(', ')}`;
}

function ancestorProblem(origin: string): string | undefined {
  const isOrigin = URL.canParse(origin) && new URL(origin).origin === origin.toLowerCase();
  return isOrigin && /^https:\/\/[a-z0-9.-]+(:\d+)?$/i.test(origin) && !isLoopback(new URL(origin).hostname)
    ? undefined
    : 'may name https origins only in production, each in full: no wildcard, no path, no semicolon';
}

/** What stands in this repository, everybody knows. */
function keyProblems(env: Environment): ConfigProblem[] {
  const variables = [
    'TENANT_ID',
    'BOT_APP_ID',
    'BOT_PASSWORD',
    'TAB_APP_ID',
    'CALENDAR_KEY',
    'SURVEY_SECRET',
    'METRICS_TOKEN',
  ];
  return variables
    .filter((variable) => isLocalIdentity(env[variable] ?? ''))
    .map((variable) => ({ variable, problem: 'is the one of local mode, which stands in public code' }));
}

/** App Service hands the reference itself to the server where it could not read the vault. */
function referenceProblems(env: Environment): ConfigProblem[] {
  return Object.entries(env)
    .filter(([, value]) => /^@Microsoft\.KeyVault\(/i.test(value))
    .map(([variable]) => ({
      variable,
      problem:
        'is a reference to Key Vault that was not followed: the identity of the server must be able to read the secret',
    }));
}

function localProblems(env: Environment): ConfigProblem[] {
  const account =
    'holds an account key, which production refuses: name STORAGE_TABLE_URL and STORAGE_QUEUE_URL, and the server proves itself with its own identity';
  const problems: Readonly<Record<string, string>> = {
    STORAGE_CONNECTION: account,
    STORAGE_CONNECTION_FILE: account,
    LOCAL_CLOCK_FILE: 'belongs to local mode only',
    LOCAL_TEAMS_URL: 'belongs to local mode only',
    LOCAL_SEED: 'belongs to local mode only',
    PASSERELLE_CRASH_AT: 'belongs to local mode only',
  };
  return Object.entries(problems)
    .filter(([variable]) => env[variable] !== undefined)
    .map(([variable, problem]) => ({ variable, problem }));
}
