import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CodedError } from '../../../src/kernel/coded-error';
import { createBotFrameworkIdentity } from './bot-framework-identity';
import { assembleService } from './assemble-service';
import { BotLink } from './bot-link';
import { ChatStore } from './chat-store';
import { addClockRoutes } from './clock-routes';
import type { Cloud, LiveSettings } from './cloud';
import { addConnectorRoutes } from './connector-routes';
import { addControlRoutes } from './control-routes';
import { createEntraIdentity } from './entra-identity';
import { EventStream } from './event-stream';
import { FaultPlan } from './fault-plan';
import { HttpRouter } from './http-router';
import { addIdentityRoutes } from './identity-routes';
import { Journal } from './journal';
import { addPageRoutes } from './page-routes';
import { Roster } from './roster';
import { addRosterRoutes } from './roster-routes';
import type { TeamsServiceOptions } from './service-options';
import { StateFile } from './state-file';
import type { TeamsService } from './teams-service';
import { realMilliseconds } from './real-milliseconds';

const FIRST_REGION = 'teams';
const KEPT_OPEN_MS = 240_000;

/**
 * Starts Teams' cloud on 127.0.0.1 and returns what people and tests do with it once it listens.
 * Throws a CodedError: `teams-service-in-production` in production, `port-taken` where the port is in use.
 */
export async function startTeamsService(options: TeamsServiceOptions): Promise<TeamsService> {
  if (process.env.NODE_ENV === 'production' || process.env.PASSERELLE_MODE === 'production') {
    throw new CodedError(
      'teams-service-in-production',
      'The local Teams service signs anyone in: it never starts in production.',
    );
  }
  const router = new HttpRouter();
  const server = createServer((incoming, response) => {
    if (isLocal(incoming)) {
      void router.answer(incoming, response);
      return;
    }
    // Not chained: restify, once loaded into the process, makes every writeHead return nothing.
    response.writeHead(403);
    response.end();
  });
  // A connection closed at the moment the bot writes would look like a message whose fate nobody knows.
  server.keepAliveTimeout = KEPT_OPEN_MS;
  const port = await listen(server, options.port);
  const cloud = await createCloud(options, `http://127.0.0.1:${String(port)}`);
  const link = new BotLink(cloud);
  const service = assembleService(cloud, link, port, async () => {
    cloud.events.close();
    server.closeAllConnections();
    await new Promise<void>((resolve) =>
      server.close(() => {
        resolve();
      }),
    );
  });
  for (const person of options.people) service.addPerson(person);
  for (const team of options.teams) service.addTeam(team);
  if (options.stateFile !== undefined) {
    const state = new StateFile(options.stateFile, cloud);
    state.load();
    cloud.events.listen(() => {
      state.changed();
    });
    const close = service.close.bind(service);
    service.close = async () => {
      state.flush();
      await close();
    };
  }
  addIdentityRoutes(router, cloud);
  addConnectorRoutes(router, cloud);
  addRosterRoutes(router, cloud);
  addClockRoutes(router, cloud);
  addControlRoutes(router, cloud, service);
  addPageRoutes(router, cloud);
  return service;
}

async function createCloud(options: TeamsServiceOptions, baseUrl: string): Promise<Cloud> {
  const live: LiveSettings = {
    botEndpoint: options.botEndpoint ?? '',
    botSecrets: options.botSecrets,
    region: FIRST_REGION,
    openRegions: new Set([FIRST_REGION]),
    clockOffset: 0,
  };
  const now = options.clock ?? (() => new Date(realMilliseconds() + live.clockOffset).toISOString());
  return {
    options,
    live,
    now,
    roster: new Roster(options.botAppId, options.tenantId),
    chats: new ChatStore(),
    journal: new Journal(now),
    faults: new FaultPlan(),
    events: new EventStream(),
    botFramework: await createBotFrameworkIdentity(options.botAppId),
    entra: await createEntraIdentity(options.tenantId, options.tabAppId),
    randomId: options.randomId ?? randomUUID,
    baseUrl: () => baseUrl,
    serviceUrl: () => `${options.reachedAt ?? baseUrl}/${live.region}/`,
  };
}

/** Only this machine, and no page of another site: it hands out tokens for anyone. */
function isLocal({ headers }: IncomingMessage): boolean {
  const host = headers.host ?? '';
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)) return false;
  return headers.origin === undefined || headers.origin === `http://${host}`;
}

async function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new CodedError('port-taken', `Port ${String(port)} of the local Teams service is taken.`, { port })
          : error,
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}
