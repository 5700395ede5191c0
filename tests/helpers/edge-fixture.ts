import type { Action } from '../../src/dispatch/actions';
import type { Actor, UseCaseContext } from '../../src/domain/ports';
import type { ActionOutcome } from '../../src/member/action-outcome';

import type { AllPorts } from '../../src/dispatch/all-ports';
import type { TeamsService } from '../../bot/local/teams-service/teams-service';
import { createConnector } from '../../bot/teams/connector/create-connector';
import { createTeamsDirectory } from '../../bot/teams/connector/create-teams-directory';
import { createClientSecretTokens } from '../../bot/teams/connector/token-source';
import type { EdgeDeps } from '../../bot/teams/edge-deps';
import { createTeamsEdge, type TeamsEdge } from '../../bot/teams/teams-edge';
import type { TeamsUseCases } from '../../bot/teams/use-cases';
import { BOT, TENANT } from '../integration/teams-service/tenant';
import { dummyReader, dummyView } from './card-views';
import { startEdgeServer } from './edge-server';

export const NOW = '2026-11-23T09:00:00.000Z';

/** A store that knows nobody, or is down. */
function emptyPorts(down: () => boolean): AllPorts {
  const store = {
    get: () => (down() ? Promise.reject(new Error('store down')) : Promise.resolve(undefined)),
    range: () => Promise.resolve({ rows: [] }),
    commit: () => Promise.resolve({ ok: true, value: undefined }),
  };
  return new Proxy({}, { get: () => store }) as AllPorts;
}

export interface EdgeFixture {
  readonly edge: TeamsEdge;
  readonly useCases: { readonly [Name in keyof TeamsUseCases]: jest.Mock };
  /** What a press that was opened does. */
  readonly performAction: jest.Mock;
  readonly refused: string[];
  readonly refusedTokens: string[];
  /** Verb and reason. */
  readonly refusedPresses: (readonly string[])[];
  readonly logged: { readonly fields: Readonly<Record<string, unknown>>; readonly message: string }[];
  storeDown: boolean;
  realNow: string;
  close(): Promise<void>;
}

/** The edge behind a real restify server, the local Teams service in front of it, and use cases that answer as told. */
export async function startEdge(service: TeamsService, overrides: Partial<EdgeDeps> = {}): Promise<EdgeFixture> {
  const reader = dummyReader();
  const performAction = jest.fn(
    async (_actor: Actor, _action: Action, _context: UseCaseContext): Promise<ActionOutcome> => ({
      view: dummyView('proposal', { state: 'waiting' }),
      reader,
      changed: true,
    }),
  );
  const useCases = {
    openPress: jest.fn((actor: Actor, action: Action, context: UseCaseContext) => ({
      stores: undefined,
      remembersSender: !action.verb.startsWith('survey/'),
      perform: () => performAction(actor, action, context),
    })),
    homeView: jest.fn(async (_ports: unknown, _actor: unknown, because: 'hello') => ({
      view: dummyView('home', { because }),
      reader,
    })),
    openProfile: jest.fn(async () => ({
      ok: true,
      value: {
        profile: {
          languages: ['fr'],
          timeZone: 'Europe/Paris',
          zones: [],
          expertise: 'IA',
          goals: '',
          availability: 'mon 09:00-12:00',
          capacity: 1,
        },
        role: 'mentor',
        reader,
        programmeName: 'Réciproque',
      },
    })),
    rememberPerson: jest.fn(async () => undefined),
    loseReach: jest.fn(async () => undefined),
    rememberTeam: jest.fn(async () => undefined),
    renewTeamAddress: jest.fn(async () => undefined),
    forgetTeam: jest.fn(async () => undefined),
    reachNewcomers: jest.fn(async () => undefined),
  };
  const refused: string[] = [];
  const refusedTokens: string[] = [];
  const refusedPresses: (readonly string[])[] = [];
  const logged: EdgeFixture['logged'] = [];
  const log = (fields: Readonly<Record<string, unknown>>, message: string) => void logged.push({ fields, message });
  // The SDK asks the machine for the time, and so do those who sign tokens for it: the clock stands at the moment of the start.
  const state = { storeDown: false, realNow: new Date().toISOString() };
  const realClock = { now: () => state.realNow };
  const serviceHosts = { hosts: ['smba.trafficmanager.net'], allowLoopback: true };
  const tokens = createClientSecretTokens({
    endpoint: service.tokenEndpoint,
    clientId: BOT,
    secret: () => 'secret',
    realClock,
  });
  const budget = { take: () => Promise.resolve() };
  let id = 0;
  const edge = createTeamsEdge({
    anchors: { botAppId: BOT, tenantId: TENANT, openIdMetadata: service.botOpenIdMetadata, serviceHosts },
    ports: emptyPorts(() => state.storeDown),
    connector: createConnector({ tokens, realClock, serviceHosts, budget, botAppId: BOT, tenantId: TENANT }),
    directory: createTeamsDirectory({ tokens, realClock, serviceHosts, budget }),
    links: { base: 'https://passerelle.example' },
    programmeClock: { now: () => NOW },
    realClock,
    ids: { next: () => `correlation-${String(++id)}` },
    log: { info: log, warn: log, error: log },
    metrics: {
      turn: () => undefined,
      refusedActivity: (reason) => void refused.push(reason),
      refusedPress: (verb, reason) => void refusedPresses.push([verb, reason]),
    },
    refusedToken: (reason) => void refusedTokens.push(reason),
    useCases: useCases as unknown as TeamsUseCases,
    ...overrides,
  });
  const server = await startEdgeServer(edge);
  service.setBotEndpoint(server.url);
  return Object.assign(state, {
    edge,
    useCases,
    performAction,
    refused,
    refusedTokens,
    refusedPresses,
    logged,
    async close() {
      await edge.settled();
      await server.close();
    },
  });
}
