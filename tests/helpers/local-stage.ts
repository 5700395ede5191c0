import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { setLocalClock } from '../../bot/local/local-clock';
import { localEnvironment } from '../../bot/local/local-environment';
import { localIdentities } from '../../bot/local-identities';
import { startServerProcess, type ServerProcess } from '../../bot/local/server-process';
import type { PersonSeed } from '../../bot/local/teams-service/service-options';
import { startTeamsService } from '../../bot/local/teams-service/start-teams-service';
import type { TeamsService } from '../../bot/local/teams-service/teams-service';
import type { ProgrammePlanInput } from '../../src/domain/programme-contract';
import { aPlan } from './factories/programme';

export const stageStart = '2026-11-23T09:00:00.000Z';
export const teamId = '19:stage@thread.tacv2';
export const channelId = '19:programme@thread.tacv2';
const hr = directoryIdOf(900);
const sponsor = directoryIdOf(901);
const assistant: PersonSeed = {
  directoryId: directoryIdOf(902),
  name: 'Noé Martin',
  email: 'noe.martin@example.com',
  language: 'en',
  hasApp: false,
};

export interface LocalStage {
  readonly teams: TeamsService;
  readonly hr: string;
  readonly sponsor: string;
  /** Of the team only where asked for; a plan names them as somebody's delegate. */
  readonly assistant: Pick<PersonSeed, 'directoryId' | 'name' | 'email'>;
  readonly clockFile: string;
  /** Mentors first, then mentees; directory ids by their row in the file. */
  readonly people: readonly { readonly id: string; readonly directoryId: string; readonly role: 'mentor' | 'mentee' }[];
  /** One more server on the same storage; activities and calls go to the newest. */
  startServer(more?: Readonly<Record<string, string>>, print?: (text: string) => void): Promise<ServerProcess>;
  /** Activities and calls go to this one from now on. */
  use(server: ServerProcess): void;
  /** Prefix of the names of its tables and queue. */
  readonly prefix: string;
  api(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<{ readonly status: number; readonly body: any }>;
  local(path: string, body?: unknown, server?: ServerProcess): Promise<any>;
  /** Presses the newest card of a kind of verb in the person's chat; undefined when there is none. */
  press(directoryId: string, verb: string, inputs?: Readonly<Record<string, unknown>>): Promise<unknown>;
  close(): Promise<void>;
}

/** The directory id of the n-th person. */
export function directoryIdOf(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

/** A local Teams with a team and its people, on the storage given; servers are started by the test. The clock stands still. */
export async function startStage(
  storageConnection: string,
  options: { readonly mentors?: number; readonly mentees?: number; readonly withAssistant?: boolean } = {},
): Promise<LocalStage> {
  const { mentors = 2, mentees = 2, withAssistant = false } = options;
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-stage-'));
  const clockFile = join(folder, 'clock.json');
  setLocalClock(clockFile, { programme: stageStart, real: stageStart, runs: false });
  const people = Array.from({ length: mentors + mentees }, (_, index) => ({
    id: `p${String(index + 1)}`,
    directoryId: directoryIdOf(index + 1),
    role: index < mentors ? ('mentor' as const) : ('mentee' as const),
  }));
  const seeds: PersonSeed[] = [
    ...people.map(({ id, directoryId }) => ({
      directoryId,
      name: `Person ${id}`,
      email: `${id}@example.com`,
      language: 'en',
      hasApp: false,
    })),
    {
      directoryId: hr,
      name: 'Awa Diop',
      email: 'awa.diop@example.com',
      language: 'fr',
      hasApp: false,
      tabRoles: ['Programme.Admin'],
    },
    {
      directoryId: sponsor,
      name: 'Hélène Marchand',
      email: 'helene.marchand@example.com',
      language: 'fr',
      hasApp: false,
    },
    ...(withAssistant ? [assistant] : []),
  ];
  const { tenantId, botAppId, tabAppId, botPassword } = localIdentities;
  const teams = await startTeamsService({
    port: 0,
    botAppId,
    tabAppId,
    tenantId,
    botSecrets: [botPassword],
    people: seeds,
    teams: [
      {
        id: teamId,
        name: 'Passages',
        channels: [
          { id: teamId, name: 'General' },
          { id: channelId, name: 'Général' },
        ],
        memberDirectoryIds: seeds.map((seed) => seed.directoryId),
        hasApp: false,
      },
    ],
  });
  const prefix = `t${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  const servers: ServerProcess[] = [];
  const newest = (): ServerProcess => {
    const server = servers.at(-1);
    if (server === undefined) throw new Error('No server has been started');
    return server;
  };
  return {
    teams,
    hr,
    sponsor,
    assistant,
    people,
    clockFile,
    prefix,
    use(server) {
      servers.splice(servers.indexOf(server), 1);
      servers.push(server);
      teams.setBotEndpoint(`${server.url}/api/messages`);
    },
    async startServer(more = {}, print) {
      const environment = localEnvironment({
        port: 0,
        teams,
        storageConnection,
        clockFile,
        more: {
          STORAGE_PREFIX: prefix,
          LEASE_SECONDS: '1',
          CLAIM_SECONDS: '3',
          SENDS_PER_SECOND: '500',
          TICK_SECONDS: '0.5',
          IDLE_SECONDS: '0.5',
          LOG_LEVEL: 'error',
          ...more,
        },
      });
      const server = await startServerProcess({
        environment,
        print: (text) => {
          print?.(text);
          if (process.env['STAGE_PRINT'] !== undefined) process.stderr.write(text);
        },
      });
      servers.push(server);
      teams.setBotEndpoint(`${server.url}/api/messages`);
      return server;
    },
    async api(method, path, body, headers = {}) {
      const response = await fetch(`${newest().url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${await teams.tabToken(hr)}`,
          'content-type': 'application/json',
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
    },
    async local(path, body, server = newest()) {
      const response = await fetch(
        `${server.url}/local/${path}`,
        body === undefined
          ? {}
          : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
      );
      return response.json();
    },
    async press(directoryId, verb, inputs = {}) {
      const offered = teams
        .conversation(directoryId)
        .filter((message) => message.author === 'bot' && JSON.stringify(message.cards).includes(`"${verb}"`));
      const newestOffer = offered.at(-1);
      return newestOffer === undefined ? undefined : teams.press(directoryId, newestOffer.id, verb, inputs);
    },
    async close() {
      await Promise.all(servers.map((server) => server.stop()));
      await teams.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Asks again while servers die under it; without servers that die it asks once. */
export type Insist = <T>(ask: () => Promise<T>) => Promise<T>;

/** Loads the plan and the people and brings the bot into the team; all is ready for the sponsor's pledge. */
export async function setUpProgramme(
  stage: LocalStage,
  options: {
    readonly insist?: Insist;
    readonly plan?: Partial<ProgrammePlanInput>;
    /** Of somebody whom no roster knows. */
    readonly unknown?: string;
  } = {},
): Promise<void> {
  const { insist = (ask) => ask() } = options;
  const plan = aPlan(options.plan);
  const root = `/programmes/${plan.id}`;
  // Asked again after a server died, it may have been done already.
  await expectDone(
    insist(() => stage.api('PUT', `${root}/plan`, plan, { 'if-none-match': '*' })),
    412,
  );
  const rows = stage.people.map(({ id, role }) =>
    [
      id,
      `Person ${id}`,
      `${id}@example.com`,
      role,
      'en;fr',
      'Europe/Paris',
      'FR',
      role === 'mentor' ? 'Generative AI:3' : '',
      role === 'mentor' ? '' : 'Generative AI:3',
      `manager-of-${id}`,
    ].join(','),
  );
  if (options.unknown !== undefined) rows.push(`${options.unknown},Somebody Else,,mentor,en,Europe/Paris,FR,,,`);
  const csv = ['id,name,email,role,languages,timeZone,country,expertise,goals,managerId', ...rows].join('\n');
  const check = await expectDone(
    insist(() =>
      stage.api('POST', `${root}/people/check`, {
        fileName: 'people.csv',
        contentBase64: Buffer.from(csv).toString('base64'),
      }),
    ),
  );
  await stage.teams.addBotToTeam(teamId);
  await expectDone(
    insist(() => stage.api('POST', `${root}/people/imports/${String(check.importId)}/confirm`)),
    409,
  );
  await insist(() => stage.local('settle', {}));
}

export async function expectDone(
  answer: Promise<{ readonly status: number; readonly body: any }>,
  alsoFine = 200,
): Promise<any> {
  const { status, body } = await answer;
  if (status >= 300 && status !== alsoFine) throw new Error(`${String(status)}: ${JSON.stringify(body)}`);
  return body;
}
