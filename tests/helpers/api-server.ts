import { performAction } from '../../src/dispatch/perform-action';
import { sentMessages } from '../../src/dispatch/sent-messages';
import { commentsReader } from '../../src/dispatch/read-comments';
import { readMyComments } from '../../src/dispatch/read-my-comments';
import { readMyPage } from '../../src/dispatch/read-my-page';
import { readMyPlan } from '../../src/dispatch/read-my-plan';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, SignJWT, type JWTPayload } from 'jose';
import restify from 'restify';
import type { ApiDeps } from '../../bot/api/api-deps';
import { registerApi } from '../../bot/api/register-api';
import { teamsClients } from '../../bot/config-variables';
import { readPeopleFile } from '../../src/people-file/read-people-file';
import { readPeopleTable } from '../../bot/documents/read-people-table';
import { writeBoardReport } from '../../bot/documents/write-board-report';
import { writeSteeringReport } from '../../bot/documents/write-steering-report';
import { writeResultsWorkbook } from '../../bot/documents/write-results-workbook';
import type { TestPorts } from './test-ports';

export const tenant = '11111111-1111-4111-8111-111111111111';
export const audience = '22222222-2222-4222-8222-222222222222';
export const tabClient = teamsClients[1];
export const issuer = `https://login.microsoftonline.com/${tenant}/v2.0`;
const started = '2026-11-23T09:00:00.000Z';

/** People of the tests, by directory id. */
export const people = {
  hr: 'aaaaaaaa-0000-4000-8000-000000000001',
  otherHr: 'aaaaaaaa-0000-4000-8000-000000000002',
  sponsor: 'aaaaaaaa-0000-4000-8000-000000000003',
  mentor: 'aaaaaaaa-0000-4000-8000-000000000004',
  mentee: 'aaaaaaaa-0000-4000-8000-000000000005',
  assistant: 'aaaaaaaa-0000-4000-8000-000000000006',
  stranger: 'aaaaaaaa-0000-4000-8000-000000000007',
  operator: 'aaaaaaaa-0000-4000-8000-000000000008',
} as const;

/** An issuer with a real key, and the address its public half is served from. */
export interface TestIssuer {
  readonly jwksUri: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** While true the address answers 500. */
  down: boolean;
  fetches: number;
  stop(): Promise<void>;
}

export async function startIssuer(): Promise<TestIssuer> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  const server = createServer((_request, response) => {
    issuerOfTests.fetches++;
    response.writeHead(issuerOfTests.down ? 500 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuerOfTests: TestIssuer = {
    jwksUri: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/keys`,
    privateKey,
    publicKey,
    down: false,
    fetches: 0,
    stop: () => closed(server),
  };
  return issuerOfTests;
}

/** A clock that stands where the test puts it. */
export interface TestClock {
  at: string;
  now(): string;
}

export function aClock(at = started): TestClock {
  return {
    at,
    now() {
      return this.at;
    },
  };
}

/** A token of a person as Entra signs it, changed by `claims`; a claim given as undefined is left out. */
export async function tokenFor(
  from: TestIssuer,
  directoryId: string,
  claims: JWTPayload = {},
  header: {
    readonly alg?: string;
    readonly kid?: string;
    readonly key?: KeyObject | Uint8Array;
    readonly issuedAt?: string;
  } = {},
): Promise<string> {
  const issuedAt = Date.parse(header.issuedAt ?? started) / 1000;
  const payload: JWTPayload = {
    iss: issuer,
    aud: audience,
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + 4_500,
    tid: tenant,
    oid: directoryId,
    scp: 'access_as_user',
    ver: '2.0',
    azp: tabClient,
    name: 'Test',
    ...claims,
  };
  const present = Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined));
  return new SignJWT(present)
    .setProtectedHeader({ alg: header.alg ?? 'RS256', kid: header.kid ?? 'k1' })
    .sign(header.key ?? from.privateKey);
}

export interface TestApi {
  readonly url: string;
  readonly programmeClock: TestClock;
  readonly realClock: TestClock;
  readonly log: { readonly lines: string[] };
  /** Route and problem of what was refused; `token` and why of refused tokens. */
  readonly refused: (readonly [string, string])[];
  stop(): Promise<void>;
}

/** The API on a free port, on the real restify. */
export async function startApi(ports: TestPorts, from: TestIssuer, overrides: Partial<ApiDeps> = {}): Promise<TestApi> {
  const lines: string[] = [];
  const write = (fields: object, message: string): void => void lines.push(JSON.stringify({ ...fields, message }));
  const refused: (readonly [string, string])[] = [];
  const programmeClock = aClock();
  const realClock = aClock();
  const server = restify.createServer({ name: 'passerelle' });
  registerApi(server, {
    ports,
    performAction: (actor, action, context) => performAction(ports, actor, action, context),
    readMyPage: (...about) => readMyPage(ports, ...about),
    readMyPlan: (...about) => readMyPlan(ports, ...about),
    readMyComments: (...about) => readMyComments(ports, ...about),
    readToldComments: commentsReader(ports),
    sentMessages: (programmeId, context) => sentMessages(ports, programmeId, context),
    programmeClock,
    realClock,
    ids: ports.ids,
    log: { info: write, error: write },
    refusals: {
      refusedRequest: (route, problem) => void refused.push([route, problem]),
      refusedToken: (reason) => void refused.push(['token', reason]),
    },
    tokens: { issuer, jwksUri: from.jwksUri, audience, tenant, clients: teamsClients, youngMinutes: 60 },
    rateLimits: { burst: 1_000, perSecond: 1_000 },
    writeResultsWorkbook,
    writeBoardReport,
    writeSteeringReport,
    readPeopleFile: (file) => readPeopleFile(file, readPeopleTable),
    ...overrides,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    url: `http://127.0.0.1:${String(port)}/api/v1`,
    programmeClock,
    realClock,
    log: { lines },
    refused,
    stop: () => closed(server.server),
  };
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: any;
  readonly text: string;
}

/** One request as the tab makes it. */
export async function call(
  api: TestApi,
  method: string,
  path: string,
  options: {
    readonly token?: string;
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): Promise<ApiAnswer> {
  const response = await fetch(api.url + path, {
    method,
    headers: {
      ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
  const json = (response.headers.get('content-type') ?? '').includes('json') && text !== '';
  return { status: response.status, headers: response.headers, text, body: json ? JSON.parse(text) : undefined };
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
