import { listOf } from './config-variables';

/** A variable, and what is wrong with it. */
export interface ConfigProblem {
  readonly variable: string;
  readonly problem: string;
}

/** What the shape of single variables cannot say: what belongs together, and what production refuses. */
export function ruleProblems(env: Record<string, string>): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const refuse = (variable: string, problem: string): void => void problems.push({ variable, problem });
  const has = (name: string): boolean => env[name] !== undefined || env[`${name}_FILE`] !== undefined;
  if (env['BOT_APP_TYPE'] === 'SingleTenant' && !has('BOT_PASSWORD'))
    refuse('BOT_PASSWORD', 'is missing (or BOT_PASSWORD_FILE): a SingleTenant bot proves itself with a secret');
  const byIdentity = env['STORAGE_TABLE_URL'] !== undefined && env['STORAGE_QUEUE_URL'] !== undefined;
  if (!has('STORAGE_CONNECTION') && !byIdentity)
    refuse(
      'STORAGE_TABLE_URL',
      'is missing: give STORAGE_TABLE_URL and STORAGE_QUEUE_URL (in local mode STORAGE_CONNECTION)',
    );
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
  for (const host of listOf(env['BOT_SERVICE_HOSTS'] ?? '')) {
    if (loopback(host.replace(/:\d+$/, '')))
      problems.push({ variable: 'BOT_SERVICE_HOSTS', problem: 'holds a loopback address, which production refuses' });
  }
  for (const origin of listOf(env['TAB_FRAME_ANCESTORS'] ?? '')) {
    if (!origin.startsWith('https://'))
      problems.push({ variable: 'TAB_FRAME_ANCESTORS', problem: 'may name https origins only in production' });
  }
  for (const variable of ['STORAGE_CONNECTION', 'STORAGE_CONNECTION_FILE']) {
    if (env[variable] === undefined) continue;
    const problem =
      'holds an account key, which production refuses: name STORAGE_TABLE_URL and STORAGE_QUEUE_URL, and the server proves itself with its own identity';
    problems.push({ variable, problem });
  }
  for (const variable of ['LOCAL_CLOCK_FILE', 'LOCAL_TEAMS_URL', 'LOCAL_SEED', 'PASSERELLE_CRASH_AT']) {
    if (env[variable] !== undefined) problems.push({ variable, problem: 'belongs to local mode only' });
  }
  return problems;
}

function loopback(host: string): boolean {
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[?::1?\]?)$/i.test(host);
}
