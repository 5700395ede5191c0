import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setLocalClock } from '../../bot/local/local-clock';
import { localEnvironment } from '../../bot/local/local-environment';
import { localIdentities } from '../../bot/local-identities';
import { startServerProcess } from '../../bot/local/server-process';
import { startTeamsService } from '../../bot/local/teams-service/start-teams-service';
import type { TeamsService } from '../../bot/local/teams-service/teams-service';
import { createRealClock } from '../../bot/real-clock';
import type { Instant } from '../../src/kernel/clock';
import type { Language } from '../../src/language/languages';
import { cast, castPeople, castTeamSeed } from './e2e-cast';
import { openStorageWire, type StorageWire } from './e2e-storage-wire';
import { sharedAddress } from './shared';

/** A Monday morning in Paris on which nothing is closed. */
export const stageBegins = '2026-11-23T09:00:00.000Z';

/** Everything `npm start` starts, for one test file: storage, the unmodified server, Local Teams with its page, a clock that stands still. */
export interface E2eStage {
  readonly teams: TeamsService;
  /** Address of the server. */
  readonly url: string;
  readonly wire: StorageWire;
  /** Waits until the server has nothing left to do at this moment. */
  settle(): Promise<void>;
  /** Moves programme time on, through everything that falls due on the way. */
  moveTo(moment: Instant): Promise<void>;
  /** The same by so many days, as the clock of the page does by one, but without its page. */
  moveDays(count: number): Promise<void>;
  /** Calls the tab’s API as one of the people; HR unless told otherwise. */
  api(
    method: string,
    path: string,
    body?: unknown,
    options?: ApiOptions,
  ): Promise<{ readonly status: number; readonly body: unknown }>;
  /** Presses the newest card of each person that offers the verb, then waits until the server is idle. Returns how many had one. */
  pressAll(people: readonly string[], verb: string, inputs?: Readonly<Record<string, unknown>>): Promise<number>;
  close(): Promise<void>;
}

interface ApiOptions {
  readonly as?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Opens the stage with the cast reading one language. */
export async function openE2eStage(language: Language): Promise<E2eStage> {
  const pageDirectory = join(await sharedAddress('build'), 'teams-page');
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-e2e-'));
  const clockFile = join(folder, 'clock.json');
  setLocalClock(clockFile, { programme: stageBegins, real: createRealClock().now(), runs: false });
  const [storage, port] = await Promise.all([sharedAddress('azurite'), freePort()]);
  const wire = await openStorageWire(storage);
  const url = `http://127.0.0.1:${String(port)}`;
  const { tenantId, botAppId, tabAppId, botPassword } = localIdentities;
  const teams = await startTeamsService({
    port: 0,
    botEndpoint: `${url}/api/messages`,
    botAppId,
    tabAppId,
    tenantId,
    botSecrets: [botPassword],
    people: castPeople(language),
    teams: [castTeamSeed()],
    pageDirectory,
    tabUrl: `${url}/tab/`,
    clockUrl: `${url}/local/clock`,
  });
  const environment = localEnvironment({
    port,
    teams,
    storageConnection: wire.connectionString,
    clockFile,
    more: {
      STORAGE_PREFIX: `e${randomUUID().replaceAll('-', '').slice(0, 16)}`,
      TICK_SECONDS: '0.3',
      IDLE_SECONDS: '5',
      SENDS_PER_SECOND: '1000',
      LOG_LEVEL: process.env['E2E_LOG'] ?? 'silent',
    },
  });
  const server = await startServerProcess({
    environment,
    ...(process.env['E2E_LOG'] === undefined ? {} : { print: (text) => void process.stderr.write(text) }),
  });
  const local = async (path: string, body: object = {}): Promise<unknown> => {
    const response = await fetch(`${url}/local/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.json();
  };
  const settle = async (): Promise<void> => {
    const answer = (await local('settle')) as { settled: boolean };
    if (!answer.settled) throw new Error('The server was not idle in time');
  };
  return {
    teams,
    url,
    wire,
    settle,
    async moveTo(to) {
      await local('clock/advance', { to });
    },
    async moveDays(count) {
      for (let day = 0; day < count; day++) await local('clock/advance', { to: 'day' });
    },
    async api(method, path, body, { as = cast.hr, headers = {} } = {}) {
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${await teams.tabToken(as)}`,
          'content-type': 'application/json',
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
    },
    async pressAll(people, verb, inputs = {}) {
      const offers = people.flatMap((directoryId) => {
        const offered = teams
          .conversation(directoryId)
          .filter((message) => JSON.stringify(message.cards).includes(`"${verb}"`));
        return offered.slice(-1).map((message) => ({ directoryId, message }));
      });
      for (const { directoryId, message } of offers) await teams.press(directoryId, message.id, verb, inputs);
      await settle();
      return offers.length;
    },
    async close() {
      await server.stop();
      await teams.close();
      await wire.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The page’s address holds the port before the server listens, so that it is chosen here. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
