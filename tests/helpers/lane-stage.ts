import { figuresInThisThread } from './figures-in-this-thread';
import { createClockGuard } from '../../bot/clock-guard';
import { composeStorage } from '../../bot/compose-storage';
import { readConfig, type Config } from '../../bot/config';
import { BackgroundWorker } from '../../bot/jobs/background-worker';
import type { BackgroundDeps } from '../../bot/jobs/background-deps';
import { localEnvironment } from '../../bot/local/local-environment';
import { localIdentities } from '../../bot/local-identities';
import { startTeamsService } from '../../bot/local/teams-service/start-teams-service';
import type { TeamsService } from '../../bot/local/teams-service/teams-service';
import { createLog, errorFields } from '../../bot/log';
import { createMetrics } from '../../bot/metrics';
import { createOrderedIds } from '../../bot/ordered-ids';
import { createRequestBudget, type RequestBudget } from '../../bot/request-budget';
import { createSecrets } from '../../bot/secrets';
import { createConnector, type Connector } from '../../bot/teams/connector/create-connector';
import { createTeamsDirectory } from '../../bot/teams/connector/create-teams-directory';
import { createClientSecretTokens } from '../../bot/teams/connector/token-source';
import { createMessageSender } from '../../bot/teams/message-sender';
import { emptyBoard } from '../../src/domain/board';
import {
  messageKey,
  type LedgerEntry,
  type MessageKind,
  type QueuedMessage,
  type Recipient,
} from '../../src/domain/message';
import type { AllPorts } from '../../src/dispatch/all-ports';
import { prepareEdit } from '../../src/dispatch/prepare-edit';
import { prepareToSend } from '../../src/dispatch/prepare-message';
import { runDue } from '../../src/dispatch/run-due';
import { readAll } from '../../src/kernel/read-all';
import { aParticipant } from './factories/participant';
import { aProgramme } from './factories/programme';
import { directoryIdOf } from './local-stage';
import { seedMembership, seedProgramme } from './test-ports';

export const laneTeam = '19:lane@thread.tacv2';
export const laneChannel = '19:lane-channel@thread.tacv2';

/** A clock that stands where a test puts it; sleeping moves it. */
export interface MovableClock {
  at: number;
  now(): string;
}

/** What a test has its own of; the connector takes its places in the same budget. */
export type EngineOverrides = Omit<Partial<BackgroundDeps>, 'budget'> & {
  readonly budget?: RequestBudget;
  /** How long a send may take; default 2 s. */
  readonly sendMilliseconds?: number;
};

export interface SeedMore {
  readonly programme?: Parameters<typeof aProgramme>[0];
  readonly participant?: (n: number) => Parameters<typeof aParticipant>[0];
}

/** The background of a server inside the test: real storage, real connector, the local Teams; the clocks belong to the test. */
export interface LaneStage {
  readonly teams: TeamsService;
  /** As a server of its own on this storage is configured. */
  readonly config: Config;
  readonly ports: AllPorts;
  readonly real: MovableClock;
  readonly programme: MovableClock;
  /** Milliseconds of real time that were slept. */
  slept(): number;
  engine(overrides?: EngineOverrides): BackgroundWorker;
  /** What answers people, with a budget that may be shared with an engine's. */
  connector(budget: RequestBudget): Connector;
  /** A server on the same storage with a clock of its own, compared with the store's as production does: its background and what it says. */
  machine(clock: MovableClock): Promise<Machine>;
  /** A running programme with so many invited, reachable people, and a channel; `more` changes it and each of its people. */
  seed(programmeId: string, people: number, more?: SeedMore): Promise<void>;
  queue(programmeId: string, kind: MessageKind, to: Recipient, more?: Partial<QueuedMessage>): Promise<void>;
  queued(programmeId: string): Promise<readonly QueuedMessage[]>;
  ledger(programmeId: string): Promise<readonly LedgerEntry[]>;
  /** What Teams accepted: person or channel, in order. */
  sent(): readonly (string | undefined)[];
  close(): Promise<void>;
}

/** A server of the tests that has a clock of its own. */
export interface Machine {
  readonly engine: BackgroundWorker;
  readonly ports: AllPorts;
  readonly logged: string[];
  metrics(): Promise<string>;
}

export async function startLaneStage(storageConnection: string, prefix: string): Promise<LaneStage> {
  const real = aMovableClock('2026-11-23T10:00:00.000Z');
  const programme = aMovableClock('2026-12-01T09:00:00.000Z');
  const { botAppId, tabAppId, tenantId, botPassword } = localIdentities;
  const teams = await startTeamsService({
    port: 0,
    botAppId,
    tabAppId,
    tenantId,
    botSecrets: [botPassword],
    clock: () => programme.now(),
    people: [],
    teams: [
      {
        id: laneTeam,
        name: 'Passages',
        channels: [
          { id: laneTeam, name: 'General' },
          { id: laneChannel, name: 'Général' },
        ],
        memberDirectoryIds: [],
        hasApp: true,
      },
    ],
  });
  const config = readConfig(
    localEnvironment({ port: 0, teams, storageConnection, clockFile: '/nowhere', more: { STORAGE_PREFIX: prefix } }),
  );
  const metrics = createMetrics();
  const log = createLog({ level: 'silent' });
  const ids = createOrderedIds(real);
  const { ping: _ping, survey, vault, ...stores } = await composeStorage(config, { ids, log, metrics });
  const ports: AllPorts = {
    ...stores,
    ...survey,
    ...vault,
    ids,
    secrets: createSecrets(),
    ...figuresInThisThread,
    holidayFrom: () => 24,
    signingKey: () => 'a-signing-key',
  };
  const tokens = createClientSecretTokens({
    endpoint: teams.tokenEndpoint,
    clientId: botAppId,
    secret: () => botPassword,
    realClock: real,
  });
  const serviceHosts = { hosts: [], allowLoopback: true };
  let slept = 0;
  let holders = 0;
  const people = new Set<string>();
  const connectorOf = (budget: RequestBudget, timeoutMilliseconds = 2_000): Connector =>
    createConnector({ tokens, serviceHosts, realClock: real, budget, botAppId, tenantId, timeoutMilliseconds });
  const startEngine = (overrides: EngineOverrides): BackgroundWorker => {
    const sleep = (milliseconds: number): Promise<void> => {
      slept += milliseconds;
      real.at += milliseconds;
      return Promise.resolve();
    };
    const pace = {
      sendsPerSecond: 10,
      tickSeconds: 1,
      idleSeconds: 30,
      claimSeconds: 90,
      leaseSeconds: 30,
      sendsTogether: 10,
    };
    const { sendsPerSecond } = overrides.pace ?? pace;
    const realClock = overrides.realClock ?? real;
    const budget = overrides.budget ?? createRequestBudget(sendsPerSecond, realClock, overrides.sleep ?? sleep);
    const requests = { tokens, serviceHosts, realClock, budget };
    const connector = connectorOf(budget, overrides.sendMilliseconds);
    return new BackgroundWorker({
      ports,
      runDue: (programmeId, due, context) => runDue(ports, programmeId, due, context),
      prepareToSend: (programmeId, message, context) => prepareToSend(ports, programmeId, message, context),
      prepareEdit: (programmeId, edit, context) => prepareEdit(ports, programmeId, edit, context),
      directory: createTeamsDirectory(requests),
      pairer: () => Promise.reject(new Error('No pairing in these tests')),
      sender: createMessageSender({ connector, links: { base: 'https://passerelle.example.com' }, ports }),
      programmeClock: programme,
      realClock: real,
      holder: `server-${String(++holders)}`,
      isClockWrong: () => false,
      pace,
      budget,
      log,
      metrics,
      errorFields,
      sleep,
      ...overrides,
    });
  };
  return {
    teams,
    config,
    ports,
    real,
    programme,
    slept: () => slept,
    engine: (overrides = {}) => startEngine(overrides),
    connector: (budget) => connectorOf(budget),
    async machine(clock) {
      const logged: string[] = [];
      const ownLog = createLog({ level: 'info', destination: { write: (line) => void logged.push(line) } });
      const ownMetrics = createMetrics();
      const guard = createClockGuard({ realClock: clock, log: ownLog, metrics: ownMetrics });
      const own = await composeStorage(config, { ids, log: ownLog, metrics: ownMetrics, guard });
      const ownPorts: AllPorts = { ...ports, ...own, ...own.survey, ...own.vault };
      const engine = startEngine({
        ports: ownPorts,
        runDue: (programmeId, due, context) => runDue(ownPorts, programmeId, due, context),
        prepareToSend: (programmeId, message, context) => prepareToSend(ownPorts, programmeId, message, context),
        prepareEdit: (programmeId, edit, context) => prepareEdit(ownPorts, programmeId, edit, context),
        programmeClock: clock,
        realClock: clock,
        isClockWrong: () => guard.isWrong(),
        log: ownLog,
        metrics: ownMetrics,
        sleep: (milliseconds) => {
          clock.at += milliseconds;
          return Promise.resolve();
        },
      });
      return { engine, ports: ownPorts, logged, metrics: () => ownMetrics.text() };
    },
    async seed(programmeId, count, more = {}) {
      const members = Array.from({ length: count }, (_, index) => index + 1);
      await ports.tenants.commit('tenant', [
        {
          op: 'insert',
          kind: 'entry',
          key: programmeId,
          value: { id: programmeId, name: { fr: programmeId, en: programmeId }, state: 'running' },
        },
      ]);
      await seedProgramme(ports, programmeId, {
        programme: {
          programme: aProgramme({
            id: programmeId,
            ...more.programme,
            channel: {
              teamId: laneTeam,
              channelId: laneChannel,
              serviceUrl: teams.serviceUrl,
              teamName: 'Passages',
              channelName: 'Général',
            },
          }),
        },
        board: { head: emptyBoard(programme.now()) },
        participant: Object.fromEntries(
          members.map((n) => {
            const { profile, ...overrides } = more.participant?.(n) ?? {};
            return [
              `p${String(n)}`,
              aParticipant({
                id: `p${String(n)}`,
                state: 'invited',
                directoryId: directoryIdOf(n),
                profile: { name: `Person ${String(n)}`, ...profile },
                ...overrides,
              }),
            ];
          }),
        ),
      });
      for (const n of members) {
        const directoryId = directoryIdOf(n);
        if (!people.has(directoryId)) {
          people.add(directoryId);
          teams.addPerson({
            directoryId,
            name: `Person ${String(n)}`,
            email: `p${String(n)}@example.com`,
            language: 'fr',
            hasApp: true,
          });
          await ports.people.commit(directoryId, [
            {
              op: 'insert',
              kind: 'reference',
              key: 'reference',
              value: {
                conversationId: teams.conversationId(directoryId),
                serviceUrl: teams.serviceUrl,
                teamsUserId: await userIdOf(teams, directoryId),
                updatedAt: programme.now(),
                via: 'personal',
              },
            },
          ]);
        }
        await seedMembership(ports, directoryId, { programmeId, participantId: `p${String(n)}`, contacts: [] });
      }
    },
    async queue(programmeId, kind, recipient, more = {}) {
      const id = more.id ?? ids.next();
      const notBefore = more.notBefore ?? programme.now();
      const value: QueuedMessage = {
        id,
        kind,
        recipient,
        subject: { month: 1 },
        createdAt: programme.now(),
        notBefore,
        tries: 0,
        ambiguous: 0,
        correlationId: 'c-1',
        ...more,
      };
      await seedProgramme(ports, programmeId, { queued: { [messageKey(notBefore, id)]: value } });
    },
    queued: (programmeId) => valuesOf(ports, programmeId, 'queued'),
    ledger: (programmeId) => valuesOf(ports, programmeId, 'ledger'),
    sent: () =>
      teams.journal().flatMap((entry) => (entry.kind === 'send' ? [entry.personDirectoryId ?? entry.channelId] : [])),
    close: () => teams.close(),
  };
}

export const toPerson = (n: number): Recipient => ({ to: 'participant', id: `p${String(n)}` });
export const toChannel: Recipient = { to: 'channel' };

export function aMovableClock(at: string): MovableClock {
  return {
    at: Date.parse(at),
    now() {
      return new Date(this.at).toISOString();
    },
  };
}

async function valuesOf(ports: AllPorts, programmeId: string, kind: 'queued' | 'ledger'): Promise<any[]> {
  const values: unknown[] = [];
  for await (const row of readAll(ports.programmes, programmeId, kind)) values.push(row.value);
  return values;
}

/** The Teams user id as the service made it. */
async function userIdOf(teams: TeamsService, directoryId: string): Promise<string> {
  const config = (await (await fetch(`${teams.baseUrl}/control/config`)).json()) as {
    people: { directoryId: string; userId: string }[];
  };
  return config.people.find((person) => person.directoryId === directoryId)?.userId ?? '';
}
