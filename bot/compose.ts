import { hostname } from 'node:os';
import { join, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { RealClock } from '../src/kernel/clock';
import { CodedError } from '../src/kernel/coded-error';
import type { AllPorts } from '../src/dispatch/all-ports';
import { openPress } from '../src/dispatch/open-press';
import { performAction } from '../src/dispatch/perform-action';
import { prepareEdit } from '../src/dispatch/prepare-edit';
import { prepareToSend } from '../src/dispatch/prepare-message';
import { commentsReader } from '../src/dispatch/read-comments';
import { readMyComments } from '../src/dispatch/read-my-comments';
import { readMyPage } from '../src/dispatch/read-my-page';
import { readMyPlan } from '../src/dispatch/read-my-plan';
import { runDue } from '../src/dispatch/run-due';
import type { Capability, Ports } from '../src/domain/ports';
import { sentMessages } from '../src/dispatch/sent-messages';
import { registerApi } from './api/register-api';
import { createClockGuard } from './clock-guard';
import { sessionCalendar } from './calendar/session-calendar';
import { composeStorage } from './compose-storage';
import { composeTokens } from './compose-tokens';
import type { Config } from './config';
import { createHolidayFrom } from './holidays';
import { BackgroundWorker } from './jobs/background-worker';
import { KnownWork } from './jobs/known-work';
import { noticeWork } from './jobs/notice-work';
import type { LocalParts } from './local-parts';
import { createLog, errorFields } from './log';
import { createMetrics } from './metrics';
import { createOrderedIds } from './ordered-ids';
import { createReadiness } from './readiness';
import { createRefusedTokens } from './refused-tokens';
import { createRequestBudget } from './request-budget';
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
import { watchPresses } from './watch-presses';
import { createDocumentThread } from './workers/document-thread';
import { createFigureThread } from './workers/figures-thread';
import { createPairingThread } from './workers/pairing-thread';
import { createPeopleFileThread } from './workers/people-file-thread';

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
 * Puts a server together from its configuration: the only place where the parts learn of each other. `local` is what local mode adds. Throws `storage-unavailable`,
 * `storage-refused`, `worker-not-built`.
 */
export async function compose(config: Config, realClock: RealClock, local?: LocalParts): Promise<Composition> {
  const log = createLog({ level: config.logLevel });
  const metrics = createMetrics();
  const seed = config.local?.seed;
  const orderedIds = createOrderedIds(realClock);
  const ids = seed === undefined ? orderedIds : createSeededIds(seed);
  const secrets = seed === undefined ? createSecrets() : createSecrets(createSeededKeys(seed));
  const programmeClock = local?.clock ?? realClock;
  // How many names its operations take depends on retries: they must not be taken from the seed's.
  const guard = createClockGuard({ realClock, log, metrics });
  const { ping, survey, vault, ...stores } = await composeStorage(config, { ids: orderedIds, log, metrics, guard });
  // With a seed this process is alone on its storage (`createSeededIds`).
  const known = seed === undefined ? undefined : new KnownWork();
  const store = local?.watch(stores.programmes) ?? stores.programmes;
  const programmes = noticeWork(known?.watch(store) ?? store, () => {
    engine.stir();
  });
  const ports: Ports<Capability> = {
    ...stores,
    programmes,
    ids,
    secrets,
    holidayFrom: createHolidayFrom(),
    signingKey: config.calendarKey,
  };
  const allPorts: AllPorts = { ...ports, ...survey, ...vault, ...createFigureThread() };

  const tokens = composeTokens(config, realClock);
  const serviceHosts = { hosts: config.bot.serviceHosts, allowLoopback: config.mode === 'local' };
  const sleep = async (milliseconds: number): Promise<void> => {
    await pause(milliseconds);
  };
  const budget = createRequestBudget(config.pace.sendsPerSecond, realClock, sleep);
  const requests = { tokens, serviceHosts, realClock, budget };
  const connector = createConnector({ ...requests, botAppId: config.bot.appId, tenantId: config.tenantId });
  const directory = createTeamsDirectory(requests);
  const links = { base: config.publicUrl, tab: tabLink(config) };

  const engine = new BackgroundWorker(
    {
      ports,
      runDue: (programmeId, due, context) => runDue(allPorts, programmeId, due, context),
      prepareToSend: (programmeId, message, context) => prepareToSend(allPorts, programmeId, message, context),
      prepareEdit: (programmeId, edit, context) => prepareEdit(allPorts, programmeId, edit, context),
      directory,
      pairer: createPairingThread(),
      sender: createMessageSender({ connector, links, ports }),
      programmeClock,
      realClock,
      isClockWrong: () => guard.isWrong(),
      holder: `${hostname()}-${String(process.pid)}-${ids.next()}`,
      pace: config.pace,
      budget,
      log,
      metrics,
      errorFields,
      ...(seed === undefined ? {} : { patienceMilliseconds: seededMilliseconds, sendsInTurn: true }),
      ...(local?.crash === undefined ? {} : { crash: local.crash }),
      sleep,
    },
    known,
  );
  const anchors = {
    botAppId: config.bot.appId,
    tenantId: config.tenantId,
    serviceHosts,
    openIdMetadata: config.bot.openIdMetadata,
  };
  const watched = watchPresses({ log, metrics });
  const refusedTokens = createRefusedTokens({ realClock, log, metrics });
  const edge = createTeamsEdge({
    anchors,
    ports,
    connector,
    directory,
    links,
    useCases: {
      ...productUseCases,
      openPress: (actor, action, context) => {
        const press = openPress(allPorts, actor, action, context);
        return { ...press, perform: async () => watched(action, context, await press.perform()) };
      },
    },
    programmeClock,
    realClock,
    ids,
    log,
    metrics,
    refusedToken: (reason) => {
      refusedTokens('bot', reason);
    },
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
    clients,
  };
  const server = createServer({
    edge,
    registerApi: (target) => {
      registerApi(target, {
        ports,
        performAction: async (actor, action, context) =>
          watched(action, context, await performAction(allPorts, actor, action, context)),
        readMyPage: (...about) => readMyPage(allPorts, ...about),
        readMyPlan: (...about) => readMyPlan(allPorts, ...about),
        readMyComments: (...about) => readMyComments(allPorts, ...about),
        readToldComments: commentsReader(allPorts),
        sentMessages: (programmeId, context) => sentMessages(allPorts, programmeId, context),
        programmeClock,
        realClock,
        ids,
        log,
        refusals: {
          refusedRequest: (route, problem) => {
            metrics.refusedRequest(route, problem);
          },
          refusedToken: (reason) => {
            refusedTokens('tab', reason);
          },
        },
        tokens: tokenRules,
        proxies: config.proxies,
        ...createDocumentThread(),
        readPeopleFile: createPeopleFileThread((error) => {
          log.error(errorFields(error), 'The thread that reads a file of people failed');
        }),
      });
    },
    ...(local === undefined
      ? {}
      : {
          registerMore: (target: WebServer) => {
            local.addRoutes(target, engine);
          },
        }),
    ports,
    now: () => programmeClock.now(),
    sessionCalendar,
    tabFiles: readTabFiles(join(projectFolder(), 'build', 'tab'), config.tab.frameAncestors),
    frameAncestors: config.tab.frameAncestors,
    pingStores: createReadiness(ping, realClock),
    troubles: () => [
      ...(guard.isWrong() ? (['clock-wrong'] as const) : []),
      ...(engine.stalledSeconds() > 0 ? (['sending-stalled'] as const) : []),
    ],
    localMode: config.mode === 'local',
    proxies: config.proxies,
    metrics,
    ...(config.metricsToken === undefined ? {} : { metricsToken: config.metricsToken }),
    log,
    wake: () => {
      if (seed === undefined) engine.wake();
    },
  });
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

/** A role of the tenant must be proved by a token not older than this, to read of a programme or to change it. */
const youngTokenMinutes = 60;
const closeGraceMilliseconds = 5_000;
/** With a seed nothing depends on how busy the machine is: whoever waits, waits so long. */
export const seededMilliseconds = 240_000;

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
