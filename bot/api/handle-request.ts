import type { Request, Response } from 'restify';
import type { z } from 'zod';
import type { Problem, ProblemCode } from '../../src/dispatch/problem-api-contract';
import { mayRoute } from '../../src/dispatch/may-route';
import { rolesOf, type ProgrammeRoles } from '../../src/member/roles';
import { routes, type RouteRule } from '../../src/dispatch/routes';
import type { Ids } from '../../src/kernel/ids';
import type { Actor } from '../../src/domain/ports';
import type { Language } from '../../src/language/languages';
import { errorFields } from '../log';
import type { ApiDeps } from './api-deps';
import type { Answer, Endpoint } from './endpoint';
import { problemBody, problemOfError, statusOfProblem } from './problem';
import { readJsonBody } from './read-body';
import { readQuery } from './read-query';
import { readerLanguage } from './reader-language';
import { writeAnswer } from './write-answer';
import { addressOf } from '../caller-limits';
import type { TokenBuckets } from '../token-buckets';
import type { Caller, TokenCheck } from './token-check';

const commonBodyLimit = 100_000;
const nobody: ProgrammeRoles = { administrator: false, sponsor: false, delegateOf: [] };
const noOne: Caller = { actor: { directoryId: '', appRoles: [], name: '' }, young: false };

export interface RequestParts {
  readonly deps: ApiDeps;
  readonly checkToken: TokenCheck;
  readonly people: TokenBuckets;
  /** By address: refused tokens. */
  readonly refusals: TokenBuckets;
}

type Refusal = {
  readonly problem: ProblemCode;
  readonly message?: string;
  readonly fields?: Problem['fields'];
  readonly currentVersion?: string;
  /** Somebody with a good token may not; they read that it does not exist. */
  readonly isDenied?: boolean;
};

/**
 * One request, always in the same order: token, rate, policy, query, body, use case. Whoever has no part in a programme gets the
 * answer of a programme that does not exist, before anything of the request is looked at.
 */
export async function handleRequest(
  parts: RequestParts,
  route: Endpoint,
  request: Request,
  response: Response,
): Promise<void> {
  const { deps } = parts;
  const language = readerLanguage(headerOf(request, 'accept-language'));
  const correlationId = correlationOf(headerOf(request, 'x-correlation-id'), deps.ids);
  let answer: Answer | Refusal;
  try {
    answer = await answerOf(parts, route, request, { language, correlationId });
  } catch (error) {
    answer = { problem: problemOfError(error) };
    deps.log.error({ ...errorFields(error), correlationId, route: route.name }, 'request failed');
  }
  if ('problem' in answer) tellRefusal(deps, route.name, answer, correlationId);
  writeAnswer(response, 'problem' in answer ? problemAnswer(answer, { language, correlationId }) : answer, {
    language,
    correlationId,
  });
}

/** A refusal leaves a trace by route and problem; a line of the log only where somebody is behind it, since anybody can bring a bad token. */
function tellRefusal({ refusals, log }: ApiDeps, route: string, refusal: Refusal, correlationId: string): void {
  const isDenied = refusal.isDenied === true;
  refusals.refusedRequest(route, isDenied ? 'denied' : refusal.problem);
  if (isDenied)
    log.info(
      { event: 'request-denied', route, code: refusal.problem, correlationId },
      'Somebody asked for what they may not',
    );
}

/** What is not a route of the API: the same answer as a programme that does not exist, for whoever has a token. */
export async function refuseUnknown(parts: RequestParts, request: Request, response: Response): Promise<void> {
  const { deps } = parts;
  const about = {
    language: readerLanguage(headerOf(request, 'accept-language')),
    correlationId: correlationOf(headerOf(request, 'x-correlation-id'), deps.ids),
  };
  let problem: ProblemCode = 'not-found';
  try {
    const checked = await checkCaller(parts, request);
    if ('problem' in checked) problem = checked.problem;
  } catch (error) {
    problem = problemOfError(error);
  }
  tellRefusal(deps, 'unknown', { problem }, about.correlationId);
  writeAnswer(response, problemAnswer({ problem }, about), about);
}

function problemAnswer(
  refusal: Refusal,
  about: { readonly language: Language; readonly correlationId: string },
): { status: number; body: Problem } {
  return { status: statusOfProblem(refusal.problem), body: problemBody(refusal.problem, { ...about, ...refusal }) };
}

async function answerOf(
  parts: RequestParts,
  route: Endpoint,
  request: Request,
  about: { readonly language: Language; readonly correlationId: string },
): Promise<Answer | Refusal> {
  const { deps } = parts;
  const rule: RouteRule = routes[route.name];
  const params = request.params as Readonly<Record<string, string>>;
  let caller = noOne;
  if (rule.who !== 'open') {
    const checked = await checkCaller(parts, request);
    if ('problem' in checked) return checked;
    caller = checked;
    if (!parts.people.take(caller.actor.directoryId)) return { problem: 'too-many-requests' };
  }
  const admitted = await admit(deps, route, caller, params['id']);
  if ('problem' in admitted) return admitted;

  const query = readQuery(request.url ?? '');
  if (!query.ok) return { problem: query.reason };
  const checkedQuery = checkQuery(route.query, query.value);
  if ('problem' in checkedQuery) return checkedQuery;
  const checkedBody = await checkBody(route, rule, request);
  if ('problem' in checkedBody) return checkedBody;

  const ifMatch = headerOf(request, 'if-match');
  const ifNoneMatch = headerOf(request, 'if-none-match');
  return route.handle({
    actor: admitted.actor,
    roles: admitted.roles,
    params,
    body: checkedBody.value as never,
    query: checkedQuery.value as never,
    language: about.language,
    context: { now: deps.programmeClock.now(), correlationId: about.correlationId },
    ...(ifMatch === undefined ? {} : { ifMatch }),
    ...(ifNoneMatch === undefined ? {} : { ifNoneMatch }),
  });
}

/** Who asks. A good token is good from any address, since many people may share one; who brings refused ones without end is told to slow down. */
async function checkCaller(
  { deps, checkToken, refusals }: RequestParts,
  request: Request,
): Promise<Caller | { readonly problem: ProblemCode }> {
  const address = addressOf(request, deps.proxies ?? 0);
  const checked = await checkToken(headerOf(request, 'authorization'));
  if (checked.ok) return checked.value;
  if (checked.reason !== 'missing') deps.refusals.refusedToken(checked.reason);
  if (checked.reason !== 'missing' && !refusals.take(address)) return { problem: 'too-many-requests' };
  return { problem: tokenProblem[checked.reason] };
}

const tokenProblem = {
  missing: 'not-signed-in',
  invalid: 'token-refused',
  'not-for-this': 'token-not-for-this',
} as const;

/** A tenant-wide role of an old token may have been taken away since: in a programme it does not count, to read or to write. */
async function admit(
  deps: ApiDeps,
  route: Endpoint,
  caller: Caller,
  programmeId: string | undefined,
): Promise<{ actor: Actor; roles: ProgrammeRoles } | Refusal> {
  if (programmeId === undefined) return mayRoute(route.name, nobody) ? { actor: caller.actor, roles: nobody } : denied;
  const local = await rolesOf(deps.ports, { ...caller.actor, appRoles: [] }, programmeId);
  if (!caller.young && caller.actor.appRoles.length > 0) {
    if (mayRoute(route.name, local)) return { actor: { ...caller.actor, appRoles: [] }, roles: local };
    const wouldDo = mayRoute(route.name, await rolesOf(deps.ports, caller.actor, programmeId));
    return wouldDo ? { problem: 'token-too-old', isDenied: true } : denied;
  }
  const roles = caller.actor.appRoles.length === 0 ? local : await rolesOf(deps.ports, caller.actor, programmeId);
  return mayRoute(route.name, roles) ? { actor: caller.actor, roles } : denied;
}

const denied: Refusal = { problem: 'not-found', isDenied: true };

function checkQuery(
  schema: z.ZodObject | undefined,
  query: Readonly<Record<string, string>>,
): { value: unknown } | Refusal {
  if (schema === undefined) return Object.keys(query).length === 0 ? { value: {} } : { problem: 'invalid-query' };
  const parsed = schema.strict().safeParse(query);
  return parsed.success ? { value: parsed.data } : { problem: 'invalid-query', fields: fieldsOf(parsed.error) };
}

async function checkBody(route: Endpoint, rule: RouteRule, request: Request): Promise<{ value: unknown } | Refusal> {
  if (rule.method === 'GET') return { value: undefined };
  const read = await readJsonBody(request, route.bodyLimit ?? commonBodyLimit);
  if (!read.ok) return { problem: read.reason };
  if (route.body === undefined) {
    return read.value === undefined || isEmptyObject(read.value) ? { value: undefined } : { problem: 'invalid-body' };
  }
  const parsed = route.body.safeParse(read.value ?? {});
  return parsed.success ? { value: parsed.data } : { problem: 'invalid-body', fields: fieldsOf(parsed.error) };
}

/** Looks no deeper than the names: writing out what nests without end would fail. */
function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}

function fieldsOf(error: z.ZodError): Problem['fields'] {
  return error.issues
    .slice(0, 20)
    .map((issue) => ({ path: issue.path.map(String).join('.').slice(0, 200), message: issue.code }));
}

function headerOf(request: Request, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

function correlationOf(given: string | undefined, ids: Ids): string {
  return given !== undefined && /^[A-Za-z0-9-]{8,64}$/.test(given) ? given : ids.next();
}
