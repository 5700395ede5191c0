import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CodedError } from '../../../src/kernel/coded-error';
import type { Instant } from '../../../src/kernel/clock';
import { startAzurite } from '../../local/azurite/start-azurite';
import { setLocalClock } from '../../local/local-clock';
import { createRealClock } from '../../real-clock';
import { createSeededIds } from '../../seeded-ids';
import { localEnvironment } from '../../local/local-environment';
import { localIdentities } from '../../local-identities';
import { startServerProcess } from '../../local/server-process';
import { startTeamsService } from '../../local/teams-service/start-teams-service';
import type { RehearsalCast } from './rehearsal-cast';
import type { RehearsalStage } from './rehearsal-stage';

/** A stage with its storage, for counting afterwards. */
export interface OpenStage extends RehearsalStage {
  /** The environment of its server. */
  readonly environment: Readonly<Record<string, string>>;
}

const patience = 240_000;

/**
 * Starts Azurite in memory, the simulated Teams and the unmodified server in a process of its own, with the clock at `begins`. What chance
 * and real time would decide follows from the seed; with one, the server sends one message after the other.
 */
export async function openStage(cast: RehearsalCast, begins: Instant, seed: number): Promise<OpenStage> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-rehearsal-'));
  const clockFile = join(folder, 'clock.json');
  setLocalClock(clockFile, { programme: begins, real: createRealClock().now(), runs: false });
  const azurite = await startAzurite();
  const ids = createSeededIds(seed);
  let now = begins;
  const teams = await startTeamsService({
    port: 0,
    botAppId: localIdentities.botAppId,
    tabAppId: localIdentities.tabAppId,
    botSecrets: [localIdentities.botPassword],
    tenantId: localIdentities.tenantId,
    people: cast.people,
    teams: [cast.team],
    clock: () => now,
    randomId: () => ids.next(),
    invokeTimeoutMs: patience,
  });
  const environment = localEnvironment({
    port: 0,
    teams,
    storageConnection: azurite.connectionString,
    clockFile,
    more: { LOCAL_SEED: String(seed), SENDS_PER_SECOND: '1000', LOG_LEVEL: 'error' },
  });
  const server = await startServerProcess({ environment, print: (text) => process.stderr.write(text) });
  teams.setBotEndpoint(`${server.url}/api/messages`);
  const control = async (
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
  ): Promise<{ now: Instant; next?: Instant; settled?: boolean }> => {
    const response = await fetch(`${server.url}/local/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new CodedError('control-refused', `${path} answered ${String(response.status)}`);
    const answer = (await response.json()) as { now: Instant; next?: Instant; settled?: boolean };
    if (answer.settled === false)
      throw new CodedError('not-settled', `The server was not idle in time at ${answer.now}`);
    return answer;
  };
  return {
    teams,
    environment,
    now: () => now,
    async advance(to) {
      now = to;
      const answer = await control('POST', 'clock/advance', { to, idle: true });
      now = answer.now;
      return answer.next;
    },
    settle: async () => (await control('POST', 'settle')).next,
    async api<T>(
      method: string,
      path: string,
      body?: unknown,
      headers: Readonly<Record<string, string>> = {},
    ): Promise<T> {
      const response = await fetch(`${server.url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${await teams.tabToken(cast.administratorId)}`,
          'content-type': 'application/json',
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok)
        throw new CodedError('refused', `${method} ${path} answered ${String(response.status)}: ${text.slice(0, 500)}`);
      return JSON.parse(text) as T;
    },
    async close() {
      await server.stop();
      await teams.close();
      await azurite.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
