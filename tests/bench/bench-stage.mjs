/* Azurite, Local Teams and the unmodified server in processes of their own, with the sample programme open for enrolment. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/ensure-installed.mjs';
import { countCalls } from './count-calls.mjs';
import { product } from './product.mjs';

/** A Tuesday morning in Europe: an hour at which people are written to. The clock stands still. */
const moment = '2026-11-24T10:00:00.000Z';

export async function openBenchStage({ open = true, count = false } = {}) {
  const { startAzurite } = product('bot/local/azurite/start-azurite');
  const { setLocalClock } = product('bot/local/local-clock');
  const { localEnvironment } = product('bot/local/local-environment');
  const { localIdentities } = product('bot/local-identities');
  const { readPeopleTable } = product('bot/documents/read-people-table');
  const { readSampleTenant } = product('bot/local/sample-tenant');
  const { loadSample } = product('bot/local/load-sample');
  const { startServerProcess } = product('bot/local/server-process');
  const { startTeamsService } = product('bot/local/teams-service/start-teams-service');
  const { createRealClock } = product('bot/real-clock');

  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
  const clockFile = join(folder, 'clock.json');
  setLocalClock(clockFile, { programme: moment, real: createRealClock().now(), runs: false });
  const ends = [() => rmSync(folder, { recursive: true, force: true })];
  const close = async () => {
    for (const end of ends.reverse()) await end();
  };
  try {
    const azurite = await startAzurite();
    ends.push(() => azurite.stop());
    const counted = count ? await countCalls(azurite.connectionString) : undefined;
    if (counted !== undefined) ends.push(() => counted.stop());
    const sample = await readSampleTenant(join(root, 'bot', 'local', 'sample'), readPeopleTable);
    const { tenantId, botAppId, tabAppId, botPassword } = localIdentities;
    const port = await freePort();
    const teams = await startTeamsService({
      port: 0,
      botAppId,
      tabAppId,
      tenantId,
      botSecrets: [botPassword],
      people: sample.people,
      teams: [sample.team],
      clock: () => moment,
      pageDirectory: join(root, 'build', 'teams-page'),
      tabUrl: `http://127.0.0.1:${String(port)}/tab/`,
    });
    ends.push(() => teams.close());
    const environment = localEnvironment({
      port,
      teams,
      storageConnection: counted?.connectionString ?? azurite.connectionString,
      clockFile,
      more: {
        TICK_SECONDS: '60',
        SENDS_PER_SECOND: '1000',
        LOG_LEVEL: 'error',
        // Where calls are counted, the background works when it is told to: what it does after a commit is not the press's.
        ...(count ? { LOCAL_SEED: '1' } : {}),
      },
    });
    const server = await startServerProcess({ environment, print: (text) => void process.stderr.write(text) });
    ends.push(() => server.stop());
    teams.setBotEndpoint(`${server.url}/api/messages`);
    await loadSample(server.url, teams, sample);
    const authorization = `Bearer ${await teams.tabToken(sample.administratorId)}`;
    const stage = {
      teams,
      sample,
      server,
      environment,
      moment,
      calls: () => counted?.calls() ?? 0,
      trace: (work) => counted.trace(work),
      storageConnection: counted?.connectionString ?? azurite.connectionString,
      close,
      settle: async () => void (await fetch(`${server.url}/local/settle`, { method: 'POST' })),
      api: async (method, path, body) =>
        must(
          await fetch(`${server.url}/api/v1${path}`, {
            method,
            headers: { authorization, 'content-type': 'application/json' },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          }),
        ),
      ports: () => portsOf(environment),
    };
    if (open) await openEnrolment(stage);
    return stage;
  } catch (error) {
    await close();
    throw error;
  }
}

/** The tab’s address holds the port before the server listens, so that it is chosen here. */
async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function openEnrolment(stage) {
  const { teams, sample } = stage;
  const sponsor = sample.people.find(({ personaRole }) => personaRole === 'sponsor').directoryId;
  const pledge = teams
    .conversation(sponsor)
    .findLast((message) => JSON.stringify(message.cards).includes('pledge/give'));
  await teams.press(sponsor, pledge.id, 'pledge/give');
  await stage.settle();
  await stage.api('POST', `/programmes/${sample.plan.id}/open`);
  await stage.settle();
}

/** The same storage from inside this process. */
async function portsOf(environment) {
  const { composeStorage } = product('bot/compose-storage');
  const { readConfig } = product('bot/config');
  const { createLog } = product('bot/log');
  const { createMetrics } = product('bot/metrics');
  const { createOrderedIds } = product('bot/ordered-ids');
  const { createRealClock } = product('bot/real-clock');
  const { createSecrets } = product('bot/secrets');
  const ids = createOrderedIds(createRealClock());
  const log = createLog({ level: 'silent' });
  const metrics = createMetrics();
  const { survey, vault, ...stores } = await composeStorage(readConfig(environment), { ids, log, metrics });
  return {
    ports: {
      ...stores,
      ...survey,
      ...vault,
      ids,
      secrets: createSecrets(),
      holidayFrom: () => 24,
      signingKey: () => 'a-key-of-the-bench',
    },
    log,
    metrics,
    ids,
  };
}

async function must(response) {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.url} answered ${String(response.status)}: ${text.slice(0, 300)}`);
  return text;
}
