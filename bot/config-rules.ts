import { isLoopback } from './is-loopback';
import { productionProblems, type ConfigProblem } from './production-rules';

/** What the shape of single variables cannot say: what belongs together, and what one mode refuses. */
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
  if (!has('SURVEY_SECRET'))
    refuse('SURVEY_SECRET', 'is missing (or SURVEY_SECRET_FILE): the keys of survey answers are wrapped under it');
  if (env['PASSERELLE_MODE'] === 'local') {
    if (env['LOCAL_CLOCK_FILE'] === undefined)
      refuse('LOCAL_CLOCK_FILE', 'is missing: local mode keeps its clock there');
    if (env['NODE_ENV'] === 'production')
      refuse('PASSERELLE_MODE', 'is `local` although NODE_ENV says production: local mode signs anyone in');
    if (env['HOST'] !== undefined && !isLoopback(env['HOST']))
      refuse('HOST', 'must be a loopback address in local mode, which signs anyone in');
  } else problems.push(...productionProblems(env));
  return problems;
}
