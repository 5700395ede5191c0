import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { plusDays } from '../../src/kernel/clock';
import { CodedError } from '../../src/kernel/coded-error';
import type { ReadPeopleTable } from '../../src/people-file/read-people-file';
import { startAzurite } from './azurite/start-azurite';
import { emptyFolder } from './empty-folder';
import { loadSample } from './load-sample';
import { setLocalClock } from './local-clock';
import { localEnvironment } from './local-environment';
import { localIdentities } from '../local-identities';
import { localFolder } from './local-folder';
import { lockUntilExit } from './lock-folder';
import { portOf } from './port-of';
import { runUntilEnded, type Ends } from './run-until-ended';
import { readSampleTenant } from './sample-tenant';
import { startServerProcess } from './server-process';
import { startSampleTeams } from './start-sample-teams';
import { realMilliseconds } from './teams-service/real-milliseconds';
import type { TeamsServiceAddresses } from './teams-service/teams-service';
import { welcomeWords } from './welcome-words';

const project = join(__dirname, '..', '..', '..', '..');
const data = localFolder(process.env);

interface Choices {
  readonly port: number;
  readonly teamsPort: number;
  readonly clients: boolean;
  readonly open: boolean;
  readonly reset: boolean;
}

/** Starts storage, server and Local Teams, loads the sample once, and ends all of it on Ctrl-C. */
export function startLocal(readTable: ReadPeopleTable): void {
  runUntilEnded(async (ends) => {
    const choices = readChoices();
    lockUntilExit(data, choices.port);
    await Promise.all([
      mustBeFree(choices.port, 'PORT'),
      ...(choices.clients ? [mustBeFree(choices.teamsPort, 'TEAMS_PORT')] : []),
    ]);
    if (choices.reset) await emptyFolder(data, choices.port);
    await startAll(choices, ends, readTable);
  });
}

async function startAll(choices: Choices, ends: Ends, readTable: ReadPeopleTable): Promise<void> {
  const say = (words: string): void => void process.stdout.write(`${words}\n`);
  const azurite = await startAzurite({ directory: join(data, 'azurite') });
  ends.push(() => azurite.stop());
  const sample = await readSampleTenant(join(project, 'bot', 'local', 'sample'), readTable);
  const clockFile = join(data, 'clock.json');
  if (!existsSync(clockFile)) setLocalClock(clockFile, aWeekBefore(sample.plan.startsOn));
  const teams = choices.clients
    ? await startSampleTeams({ port: choices.teamsPort, serverPort: choices.port, sample, data, project })
    : undefined;
  if (teams !== undefined) ends.push(() => teams.close());
  const environment = localEnvironment({
    port: choices.port,
    teams: teams ?? addressesAt(choices.teamsPort),
    storageConnection: azurite.connectionString,
    clockFile,
    more: { LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error' },
  });
  // For `npm run passerelle` in another terminal.
  await writeFile(join(data, 'server-environment.json'), JSON.stringify(environment, null, 2), { mode: 0o600 });
  ends.push(() => rm(join(data, 'server-environment.json'), { force: true }));
  const server = await startServerProcess({ environment, print: (text) => void process.stdout.write(text) });
  ends.push(() => server.stop());
  void server.ended.then((how) => {
    if (typeof how === 'number' && how !== 0) process.exitCode = 1;
    process.kill(process.pid, 'SIGTERM');
  });
  if (teams === undefined) {
    say(welcomeWords({ server: server.url }));
    return;
  }
  const fresh = await loadSample(server.url, teams, sample);
  say(welcomeWords({ server: server.url, teams: teams.baseUrl, fresh, people: sample.people }));
  if (choices.open) openBrowser(teams.baseUrl);
}

/** The sample is met a week before it begins, whatever the date on this machine; from there the clock runs on. */
function aWeekBefore(startsOn: string): Parameters<typeof setLocalClock>[1] {
  const real = new Date(realMilliseconds()).toISOString();
  return { programme: plusDays(`${startsOn}T08:00:00.000Z`, -7), real, runs: true };
}

/** Where Local Teams would be, for a server that is started without it. */
function addressesAt(port: number): TeamsServiceAddresses {
  const base = `http://127.0.0.1:${String(port)}`;
  const { tenantId } = localIdentities;
  return {
    baseUrl: base,
    serviceUrl: `${base}/teams/`,
    botOpenIdMetadata: `${base}/botframework/.well-known/openidconfiguration`,
    tokenEndpoint: `${base}/oauth/${tenantId}/oauth2/v2.0/token`,
    tabIssuer: `${base}/entra/${tenantId}/v2.0`,
    tabOpenIdMetadata: `${base}/entra/${tenantId}/v2.0/.well-known/openid-configuration`,
    tabKeys: `${base}/entra/${tenantId}/discovery/v2.0/keys`,
  };
}

function readChoices(): Choices {
  const { values } = parseArgs({
    options: {
      'no-open': { type: 'boolean', default: false },
      'no-clients': { type: 'boolean', default: false },
      reset: { type: 'boolean', default: false },
    },
  });
  const clients = !values['no-clients'];
  const watched = process.stdout.isTTY && process.env['CI'] === undefined;
  return {
    port: portOf('PORT', 3978),
    teamsPort: portOf('TEAMS_PORT', 3979),
    clients,
    open: clients && watched && !values['no-open'],
    reset: values.reset,
  };
}

async function mustBeFree(port: number, variable: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      const words = `Port ${String(port)} is taken. Set ${variable} to a free one: ${variable}=${String(port + 100)} npm start`;
      reject(
        taken
          ? new CodedError(
              'port-taken',
              `${words}\nLe port ${String(port)} est pris. Choisissez-en un autre avec la variable ${variable}.`,
            )
          : error,
      );
    });
    probe.listen(port, '127.0.0.1', () => {
      probe.close(() => {
        resolve();
      });
    });
  });
}

function openBrowser(url: string): void {
  const opener = new Map([
    ['darwin', 'open'],
    ['win32', 'explorer'],
  ]).get(process.platform);
  const child = spawn(opener ?? 'xdg-open', [url], { stdio: 'ignore', detached: true });
  // Without a browser to open, the address printed is enough.
  child.on('error', () => undefined);
  child.unref();
}
