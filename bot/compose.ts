import { hostname } from 'node:os';
import { join, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CodedError } from '../src/kernel/coded-error';
import type { AllPorts } from '../src/dispatch/all-ports';
import { openPress } from '../src/dispatch/open-press';
import { performAction } from '../src/dispatch/perform-action';
import { runDue } from '../src/dispatch/run-due';
import type { MessageKind } from '../src/domain/message';
import type { Capability, Ports } from '../src/domain/ports';
import type { ProgrammeStore } from '../src/domain/rows';
import { registerApi } from './api/register-api';
import { sessionCalendar } from './calendar/session-calendar';
import { composeStorage } from './compose-storage';
import { composeTokens } from './compose-tokens';
import type { Config } from './config';
import { readPeopleTable } from './documents/read-people-table';
import { createIsHoliday } from './holidays';
import { BackgroundWorker } from './jobs/background-worker';
import { addControlRoutes } from './local/control-routes';
import { crashAt, type CrashMoment } from './local/crash-at';
import { openLocalClock } from './local/local-clock';
import { letOthersAnswer } from './local/others-answer';
import { createLog, errorFields } from './log';
import { createMetrics } from './metrics';
import { createOrderedIds } from './ordered-ids';
import { createRealClock } from './real-clock';
import { createSecrets } from './secrets';
import { createSeededIds } from './seeded-ids';
import { createSeededKeys } from './seeded-keys';
import { createServer, type WebServer } from './server';
import { readTabFiles } from './tab-files';
import { createConnector } from './teams/connector/create-connector';
import { createTeamsDirectory } from './teams/connector/create-teams-directory';
import { createMessageSender } from './teams/message-sender';
import { productUseCases } from './teams/use-cases';
import { createTeamsEdge } from './teams/teams-edge';
import { createPairingThread } from './workers/pairing-thread';

/** One server process, put together and not yet listening. */
export interface Composition {
  readonly server: WebServer;
  readonly engine: BackgroundWorker;
  readonly ports: AllPorts;
  /** Listens and starts the background. Returns the port. Throws `port-taken`, naming the variable to set. */
  start(): Promise<number>;
  /** Takes no new work, ends what is under way, gives lane and shards back, closes the server. */
  stop(): Promise<void>;
}

/**
 * Puts a server together from its configuration: the only place where the parts learn of each other. Throws `storage-unavailable`,
 * `storage-refused`, `worker-not-built`.
 */
export async function compose(config: Config): Promise<Composition> {
  const realClock = createRealClock();
  const log = createLog({ level: config.logLevel });
  const metrics = createMetrics();
  const seed = config.local?.seed;
  const orderedIds = createOrderedIds(realClock);
  const ids = seed === undefined ? orderedIds : createSeededIds(seed);
  const secrets = seed === undefined ? createSecrets() : createSecrets(createSeededKeys(seed));
  const local = config.local === undefined ? undefined : { clock: openLocalClock(config.local.clockFile, realClock) };
  const programmeClock = local?.clock ?? realClock;
  const teamsUrl = config.local?.teamsUrl;
  const crash = config.local?.crashAt === undefined ? undefined : crashAt(config.local.crashAt);
  // How many names its operations take depends on retries: they must not be taken from the seed's.
  const { ping, survey, ...stores } = await composeStorage(config, { ids: orderedIds, log, metrics });
  const programmes = crash === undefined ? stores.programmes : crashingStore(stores.programmes, crash);
  const ports: Ports<Capability> = {
    ...stores,
    programmes,
    ids,
    secrets,
    isHoliday: createIsHoliday(),
    signingKey: config.calendarKey,
  };
  const allPorts: AllPorts = { ...ports, ...survey };

  const tokens = composeTokens(config, realClock);
  const serviceHosts = { hosts: config.bot.serviceHosts, allowLoopback: config.mode === 'local' };
  const requests = { tokens, serviceHosts, realClock };
  const connector = createConnector({ ...requests, botAppId: config.bot.appId, tenantId: config.tenantId });
  const directory = createTeamsDirectory(requests);
  const links = { base: config.publicUrl, tab: tabLink(config) };

  const engine = new BackgroundWorker({
    ports,
    runDue: (programmeId, due, context) => runDue(allPorts, programmeId, due, context),
    directory,
    pairer: createPairingThread(),
    sender: createMessageSender({ connector, links, ports }),
    programmeClock,
    realClock,
    holder: `${hostname()}-${String(process.pid)}-${ids.next()}`,
    pace: config.pace,
    log,
    metrics,
    errorFields,
    ...(crash === undefined ? {} : { crash }),
    sleep: async (milliseconds) => {
      await pause(milliseconds);
    },
  });
  const anchors = {
    botAppId: config.bot.appId,
    tenantId: config.tenantId,
    serviceHosts,
    openIdMetadata: config.bot.openIdMetadata,
  };
  const edge = createTeamsEdge({
    anchors,
    ports,
    connector,
    directory,
    links,
    useCases: {
      ...productUseCases,
      openPress: (actor, action, context) => openPress(allPorts, actor, action, context),
    },
    programmeClock,
    realClock,
    ids,
    log,
    metrics,
    ...(seed === undefined
      ? {}
      : { workingAfterMilliseconds: seededMilliseconds, storeWithinMilliseconds: seededMilliseconds }),
  });
  const { issuer, jwksUri, audience, clients } = config.tab;
  const tokenRules = {
    issuer,
    jwksUri,
    audience,
    tenant: config.tenantId,
    youngMinutes: youngTokenMinutes,
    ...(clients === undefined ? {} : { clients }),
  };
  const server = createServer({
    edge,
    registerApi: (target) => {
      registerApi(target, {
        ports,
        performAction: (actor, action, context) => performAction(allPorts, actor, action, context),
        programmeClock,
        realClock,
        ids,
        log,
        tokens: tokenRules,
        readPeopleTable,
      });
    },
    ...(local === undefined
      ? {}
      : {
          registerMore: (target: WebServer) => {
            addControlRoutes(target, {
              clock: local.clock,
              settle: (within) => engine.settle(seed === undefined ? within : seededMilliseconds),
              pending: () => engine.pending(),
              ...(teamsUrl === undefined ? {} : { letOthersAnswer: (except) => letOthersAnswer(teamsUrl, except) }),
            });
          },
        }),
    ports,
    now: () => programmeClock.now(),
    sessionCalendar,
    tabFiles: readTabFiles(join(projectFolder(), 'build', 'tab'), config.tab.frameAncestors),
    frameAncestors: config.tab.frameAncestors,
    pingStores: ping,
    metrics,
    ...(config.metricsToken === undefined ? {} : { metricsToken: config.metricsToken }),
    log,
    wake: () => {
      if (seed === undefined) engine.wake();
    },
  });
  // A connection that this end closes at the moment the other writes would lose a press.
  if (seed !== undefined) server.server.keepAliveTimeout = seededMilliseconds;
  return {
    server,
    engine,
    ports: allPorts,
    async start() {
      const port = await listen(server, config);
      if (seed === undefined) engine.start();
      log.info({ event: 'started', port, mode: config.mode }, 'The server listens');
      return port;
    },
    async stop() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      server.server.closeIdleConnections();
      await engine.drain();
      await edge.settled();
      // Whoever keeps a connection open without a request is not waited for.
      server.server.closeIdleConnections();
      const grace = setTimeout(() => {
        server.server.closeAllConnections();
      }, closeGraceMilliseconds);
      await closed;
      clearTimeout(grace);
      log.info({ event: 'stopped' }, 'The server has ended its work');
    },
  };
}

/** A role of the tenant must be proved by a token not older than this before anything sensitive is written. */
const youngTokenMinutes = 60;
const closeGraceMilliseconds = 5_000;
/** With a seed nothing depends on how busy the machine is: whoever waits, waits so long. */
const seededMilliseconds = 240_000;

/** The folder of the project, from the sources and from build/js alike. */
function projectFolder(): string {
  return __dirname.includes(`${sep}build${sep}js${sep}`) ? join(__dirname, '..', '..', '..') : join(__dirname, '..');
}

/** Opens the tab inside Teams; app and page are named as in the manifest. */
function tabLink(config: Config): string {
  return `https://teams.microsoft.com/l/entity/${config.teamsAppId}/passerelle`;
}

async function listen(server: WebServer, config: Config): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken
          ? new CodedError('port-taken', `Port ${String(config.port)} is taken: set PORT to a free one.`, {
              port: config.port,
            })
          : error,
      );
    };
    server.server.once('error', failed);
    server.listen(config.port, config.host, () => {
      server.server.off('error', failed);
      resolve();
    });
  });
  return server.address().port;
}

/** For tests: tells of each transaction that queues a message, right after it was written. */
function crashingStore(store: ProgrammeStore, crash: (moment: CrashMoment, kind: MessageKind) => void): ProgrammeStore {
  return {
    get: (partition, kind, key) => store.get(partition, kind, key),
    range: (partition, kind, query) => store.range(partition, kind, query),
    async commit(partition, writes) {
      const result = await store.commit(partition, writes);
      for (const write of writes)
        if (result.ok && write.op === 'insert' && write.kind === 'queued') crash('transaction', write.value.kind);
      return result;
    },
  };
}
