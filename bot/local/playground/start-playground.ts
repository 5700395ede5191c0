import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ReadPeopleTable } from '../../../src/people-file/read-people-file';
import { startAzurite } from '../azurite/start-azurite';
import { loadSample } from '../load-sample';
import { localEnvironment } from '../local-environment';
import { localIdentities } from '../../local-identities';
import { localFolder } from '../local-folder';
import { lockUntilExit } from '../lock-folder';
import { portOf } from '../port-of';
import { runUntilEnded, type Ends } from '../run-until-ended';
import { readSampleTenant } from '../sample-tenant';
import { startServerProcess } from '../server-process';
import { startSampleTeams } from '../start-sample-teams';
import { playerOf, playgroundConfig } from './playground-config';
import { startRelay } from './relay';

const project = join(__dirname, '..', '..', '..', '..', '..');
/** Apart from the data of `npm start`: whoever is played here is reached through the Playground from then on. */
const data = join(localFolder(process.env), 'playground');
const tool = '@microsoft/m365agentsplayground@0.2.28';

/** Starts storage, server, Local Teams and relay with the sample loaded, then the Playground; ends all of it on Ctrl-C. */
export function startPlayground(readTable: ReadPeopleTable): void {
  runUntilEnded(async (ends) => {
    const { values } = parseArgs({
      options: {
        as: { type: 'string' },
        open: { type: 'boolean', default: false },
        'no-tool': { type: 'boolean', default: false },
      },
    });
    lockUntilExit(data, portOf('PORT', 3978));
    const { endpoint, config } = await startStage(ends, values.as, readTable);
    if (values['no-tool'])
      process.stdout.write(
        `Ready for a Playground of yours: BOT_ENDPOINT=${endpoint} M365_AGENTS_PLAYGROUND_CONFIG_PATH=${config}\n`,
      );
    else startTool(ends, { endpoint, config, open: values.open });
  });
}

async function startStage(
  ends: Ends,
  as: string | undefined,
  readTable: ReadPeopleTable,
): Promise<{ readonly endpoint: string; readonly config: string }> {
  const port = portOf('PORT', 3978);
  const sample = await readSampleTenant(join(project, 'bot', 'local', 'sample'), readTable);
  const player = playerOf(sample.people, as);
  const { tenantId, botAppId } = localIdentities;
  const azurite = await startAzurite({ directory: join(data, 'azurite') });
  ends.push(() => azurite.stop());
  const teams = await startSampleTeams({ port: portOf('TEAMS_PORT', 3979), serverPort: port, sample, data, project });
  ends.push(() => teams.close());
  const environment = localEnvironment({
    port,
    teams,
    storageConnection: azurite.connectionString,
    clockFile: join(data, 'clock.json'),
  });
  const server = await startServerProcess({ environment, print: (text) => void process.stderr.write(text) });
  ends.push(() => server.stop());
  await loadSample(server.url, teams, sample);
  const relay = await startRelay({
    port: portOf('RELAY_PORT', 3980),
    server: server.url,
    sign: (serviceUrl) => teams.signBotToken({ claims: { serviceurl: serviceUrl } }),
  });
  ends.push(() => relay.close());
  const config = join(data, 'm365agentsplayground.yml');
  await mkdir(data, { recursive: true });
  // JSON is YAML too.
  await writeFile(
    config,
    JSON.stringify(
      playgroundConfig({ tenantId, botAppId, people: sample.people, team: sample.team, as: player.email }),
      undefined,
      2,
    ),
  );
  process.stdout.write(
    `Passerelle ${server.url}, everybody else in Local Teams ${teams.baseUrl}, ${player.name} in the Playground.\n`,
  );
  return { endpoint: relay.endpoint, config };
}

function startTool(
  ends: Ends,
  how: { readonly endpoint: string; readonly config: string; readonly open: boolean },
): void {
  const tester = portOf('PLAYGROUND_PORT', 56150);
  process.stdout.write(
    `Starting ${tool} (Microsoft's licence, for evaluation; telemetry off): http://localhost:${String(tester)}\n`,
  );
  const args = [
    '--yes',
    tool,
    'start',
    '--app-endpoint',
    how.endpoint,
    '--channel-id',
    'msteams',
    '--port',
    String(tester),
    '--disable-telemetry',
  ];
  const child = spawn(process.platform === 'win32' ? 'npx.cmd' : 'npx', args, {
    cwd: data,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    // A group of its own, so that npx and what it starts end together.
    detached: process.platform !== 'win32',
    env: {
      ...process.env,
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: how.config,
      ...(how.open ? {} : { TEAMSAPPTESTER_BROWSER: 'none' }),
    },
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.once('error', (error) => {
      process.stderr.write(`The Playground could not be started: ${error.message}\n`);
      resolve();
    });
  });
  ends.push(async () => {
    if (child.pid !== undefined && child.exitCode === null)
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGTERM');
    await ended;
  });
  void ended.then(() => process.kill(process.pid, 'SIGTERM'));
}
