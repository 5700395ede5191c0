import type { Command } from 'commander';
import { CodedError } from '../../src/kernel/coded-error';
import { checkPollKeys } from '../../src/needs-poll/check-poll-keys';
import { checkKeys } from '../../src/survey/check-keys';
import { composeStorage, storageAccess, type ComposedStorage } from '../compose-storage';
import { composeTokens } from '../compose-tokens';
import { configProblems, readConfig, type Config } from '../config';
import { createLog } from '../log';
import { createMetrics } from '../metrics';
import { createOrderedIds } from '../ordered-ids';
import { createRealClock } from '../real-clock';
import { createSecrets } from '../secrets';
import { printJson } from './command-files';
import { CommandExit } from './command-exit';
import type { CommandIo } from './command-io';
import { layoutMismatches, layoutOfToday } from '../storage/check-layout';
import { tableLogging } from '../storage/table-logging';
import { serverEnvironment } from './operator-ports';

const timeoutMilliseconds = 10_000;
const greatestSkewSeconds = 120;

export interface Finding {
  readonly requirement: string;
  readonly passed: boolean;
  /** Nothing forbids to go on, and somebody should look at it. */
  readonly warned?: true;
  /** What was found, and how to mend it where it did not pass. */
  readonly found: string;
  readonly remedy?: string;
}

/** `doctor`: each requirement of a deployment, passed or not, and how to mend it. */
export function registerDoctor(program: Command, io: CommandIo): void {
  program
    .command('doctor')
    .description(
      'check each requirement of a deployment with the configuration of this terminal, and say how to mend what fails',
    )
    .option('--json', 'print one JSON document')
    .action(async (options: { readonly json?: true }) => {
      const findings = await examine(serverEnvironment(io, process.env));
      const passed = findings.every((finding) => finding.passed);
      if (options.json) printJson(io, { passed, findings });
      else
        for (const { requirement, passed: good, warned, found, remedy } of findings)
          io.out(
            `${warned ? 'look' : good ? 'ok  ' : 'FAIL'} ${requirement}: ${found}${remedy === undefined ? '' : `\n     → ${remedy}`}\n`,
          );
      if (!passed)
        throw new CommandExit(
          1,
          `${String(findings.filter((finding) => !finding.passed).length)} of ${String(findings.length)} requirements are not met.`,
        );
    });
}

/** What is true of a deployment with this environment. */
export async function examine(environment: Readonly<Record<string, string | undefined>>): Promise<readonly Finding[]> {
  const findings = [nodeVersion()];
  const problems = configProblems(environment);
  for (const { variable, problem } of problems)
    findings.push(
      failed(
        `Setting ${variable}`,
        problem,
        `Set ${variable} in the web app’s application settings (the Bicep files in infra/ set all of them).`,
      ),
    );
  if (problems.length > 0) return findings;
  let config: Config;
  try {
    config = readConfig(environment);
  } catch (error) {
    return [
      ...findings,
      failed('Secrets', wordsOf(error), 'See that the file exists, is readable by the server and is not empty.'),
    ];
  }
  findings.push(passed('Settings', `complete for ${config.mode} mode`));
  return [
    ...findings,
    ...(
      await Promise.all([
        storage(config),
        connectorToken(config),
        document('Keys of the Bot Framework', config.bot.openIdMetadata),
        document('Keys of the tab’s tokens', config.tab.jwksUri),
        publicAddress(config),
      ])
    ).flat(),
  ];
}

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const good = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
  return good
    ? passed('Node', process.versions.node)
    : failed('Node', process.versions.node, 'Use Node 20.19, 22.12 or 24, or newer.');
}

async function storage(config: Config): Promise<readonly Finding[]> {
  const layout = 'Storage: layout of the data';
  const requirement = 'Storage: tables and queue';
  const remedy =
    'Give the server’s identity the roles Storage Table Data Contributor and Storage Queue Data Contributor, and see that the firewall lets it in.';
  try {
    const stores = await composeStorage(config, {
      ids: createOrderedIds(createRealClock()),
      log: createLog({ level: 'silent' }),
      metrics: createMetrics(),
    });
    const silent = await stores.ping();
    return [
      silent.length === 0
        ? passed(requirement, 'all there and answering')
        : failed(requirement, `no answer from ${silent.join(', ')}`, remedy),
      passed(layout, layoutOfToday),
      await surveyKeys(stores),
      await pollKeys(stores),
      await tableLogs(config),
    ];
  } catch (error) {
    // Found by reading, so that the tables answer; the message holds its own remedy.
    if (error instanceof CodedError && layoutMismatches.includes(error.code)) return [failed(layout, wordsOf(error))];
    return [failed(requirement, wordsOf(error), remedy)];
  }
}

async function surveyKeys({ survey, tenants }: ComposedStorage): Promise<Finding> {
  const requirement = 'Keys of survey answers';
  const { keys, closed } = await checkKeys({ ...survey, tenants, secrets: createSecrets() });
  return closed === 0
    ? passed(requirement, keys === 0 ? 'none yet' : `${String(keys)}, all opened by SURVEY_SECRET`)
    : failed(
        requirement,
        `SURVEY_SECRET does not open ${String(closed)} of ${String(keys)}`,
        'Give the server the secret that it had when the first answers came: under another one nobody can read or answer those surveys.',
      );
}

async function pollKeys({ survey, tenants }: ComposedStorage): Promise<Finding> {
  const requirement = 'Keys of open needs polls';
  const { keys, closed } = await checkPollKeys({ ...survey, tenants, secrets: createSecrets() });
  return closed === 0
    ? passed(requirement, keys === 0 ? 'none now' : `${String(keys)}, all opened by SURVEY_SECRET`)
    : failed(
        requirement,
        `SURVEY_SECRET does not open ${String(closed)} of ${String(keys)}`,
        'Give the server the secret that it had when those polls opened: under another one nobody can answer them, and at their close nothing is told.',
      );
}

/** Logs of single requests keep when each came, in a place that this product neither writes nor clears. */
async function tableLogs(config: Config): Promise<Finding> {
  const requirement = 'Logs of single requests to the tables';
  const own = await tableLogging(storageAccess(config));
  const unseen =
    'diagnostic settings of Azure Monitor cannot be seen from here: StorageRead, StorageWrite and StorageDelete of tableServices/default should be off';
  const off = 'Turn them off: with them whoever reads the logs knows when each answer came, and which row it was.';
  switch (own) {
    case 'on':
      return warned(requirement, 'the account’s own logging of its tables is on', off);
    case 'off':
      return config.mode === 'local'
        ? passed(requirement, 'off')
        : warned(requirement, `the account’s own logging is off; ${unseen}`, off);
    case 'unseen':
      return warned(requirement, `the account does not tell whether its own logging is on; ${unseen}`, off);
  }
}

async function connectorToken(config: Config): Promise<Finding> {
  const requirement = 'A token to write to Teams with';
  try {
    await composeTokens(config, createRealClock()).token();
    return passed(requirement, 'given');
  } catch (error) {
    const remedy =
      config.bot.type === 'UserAssignedMSI'
        ? 'Assign the managed identity whose client id is BOT_APP_ID to the web app, and use it for the Azure Bot.'
        : 'See that BOT_APP_ID, TENANT_ID and the secret belong together and that the secret has not expired.';
    return failed(requirement, wordsOf(error), remedy);
  }
}

async function document(requirement: string, url: string): Promise<Finding> {
  const remedy = `See that this machine may reach ${new URL(url).host} and that the address is the tenant’s.`;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMilliseconds), redirect: 'error' });
    if (!response.ok) return failed(requirement, `HTTP ${String(response.status)}`, remedy);
    const skew = Math.abs(Date.parse(response.headers.get('date') ?? '') - Date.parse(createRealClock().now())) / 1000;
    if (skew > greatestSkewSeconds)
      return failed(
        requirement,
        `this machine’s clock is ${String(Math.round(skew))} s off`,
        'Set the clock: tokens are refused beyond a minute.',
      );
    return passed(requirement, 'reachable');
  } catch {
    return failed(requirement, 'no answer', remedy);
  }
}

async function publicAddress(config: Config): Promise<Finding> {
  const requirement = 'The server at its public address';
  const remedy = 'Start the server, and see that PUBLIC_URL leads to it with a certificate that browsers trust.';
  try {
    const response = await fetch(`${config.publicUrl}/readyz`, {
      signal: AbortSignal.timeout(timeoutMilliseconds),
      redirect: 'error',
    });
    return response.ok ? passed(requirement, 'ready') : failed(requirement, `HTTP ${String(response.status)}`, remedy);
  } catch {
    return failed(requirement, 'no answer', remedy);
  }
}

function passed(requirement: string, found: string): Finding {
  return { requirement, passed: true, found };
}

function warned(requirement: string, found: string, remedy: string): Finding {
  return { requirement, passed: true, warned: true, found, remedy };
}

function failed(requirement: string, found: string, remedy?: string): Finding {
  return { requirement, passed: false, found, ...(remedy === undefined ? {} : { remedy }) };
}

function wordsOf(error: unknown): string {
  return error instanceof CodedError ? (error.message.split('\n')[0] ?? error.code) : 'an unexpected error';
}
