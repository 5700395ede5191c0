import { z } from 'zod';
import type { Request, Response, Server } from 'restify';
import { routes, type RouteRule } from '../../src/dispatch/routes';
import type { ApiDeps } from './api-deps';
import { boardRoutes } from './board-routes';
import { draftRoutes } from './draft-routes';
import { answered, endpoint, type Endpoint } from './endpoint';
import { handleRequest, refuseUnknown, type RequestParts } from './handle-request';
import { insightRoutes } from './insight-routes';
import { jobRoutes } from './job-routes';
import { meRoutes } from './me-routes';
import { messageRoutes } from './message-routes';
import { describeApi } from './open-api';
import { needsPollRoutes } from './needs-poll-routes';
import { peopleRoutes } from './people-routes';
import { programmeRoutes } from './programme-routes';
import { movesRoutes } from './moves-routes';
import { questionRoutes } from './question-routes';
import { refusalLimits, usualLimits } from '../caller-limits';
import { createTokenBuckets } from '../token-buckets';
import { createTokenCheck } from './token-check';

const base = '/api/v1';

/**
 * Adds the tab's API below `/api/v1`. The server must not read or unpack bodies, nor map query parameters, before these routes:
 * they read their own, with limits. Everything else below the base answers as something that does not exist.
 */
export function registerApi(server: Server, deps: ApiDeps): void {
  const parts: RequestParts = {
    deps,
    checkToken: createTokenCheck(deps.tokens, deps.realClock, deps.fetch ?? fetch),
    people: createTokenBuckets(deps.rateLimits ?? usualLimits, deps.realClock),
    refusals: createTokenBuckets(deps.refusalLimits ?? refusalLimits, deps.realClock),
  };
  for (const route of apiEndpoints(deps)) {
    const rule: RouteRule = routes[route.name];
    const path = base + rule.path.replace(/\{(\w+)\}/g, ':$1');
    const handle = async (request: Request, response: Response): Promise<void> =>
      handleRequest(parts, route, request, response);
    register(server, rule.method, path, handle);
  }
  const unknown = async (request: Request, response: Response): Promise<void> =>
    refuseUnknown(parts, request, response);
  for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'] as const)
    register(server, method, `${base}/*`, unknown);
}

/** Every route with its schemas. */
export function apiEndpoints(deps: ApiDeps): readonly Endpoint[] {
  const endpoints = [
    ...meRoutes(deps),
    ...programmeRoutes(deps),
    ...movesRoutes(deps),
    ...questionRoutes(deps),
    ...needsPollRoutes(deps),
    ...peopleRoutes(deps),
    ...draftRoutes(deps),
    ...boardRoutes(deps),
    ...insightRoutes(deps),
    ...messageRoutes(deps),
    ...jobRoutes(deps),
  ];
  const description = endpoint({
    name: 'openapi-read',
    summary: 'This description.',
    answer: z.looseObject({ openapi: z.string() }),
    handle: () => Promise.resolve(answered(described)),
  });
  const all = [...endpoints, description];
  const described = describeApi(all);
  return all;
}

type Method = RouteRule['method'] | 'PATCH' | 'DELETE' | 'HEAD';
type Handle = (request: Request, response: Response) => Promise<void>;

function register(server: Server, method: Method, path: string, handle: Handle): void {
  switch (method) {
    case 'GET':
      return void server.get(path, handle);
    case 'POST':
      return void server.post(path, handle);
    case 'PUT':
      return void server.put(path, handle);
    case 'PATCH':
      return void server.patch(path, handle);
    case 'DELETE':
      return void server.del(path, handle);
    case 'HEAD':
      return void server.head(path, handle);
  }
}
