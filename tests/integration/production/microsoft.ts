import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer, request as askOverTls } from 'node:https';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';
import type { TeamsService } from '../../../bot/local/teams-service/teams-service';
import { certificateFor } from './certificate';
import { startStorageAccount } from './storage-account';

/** Microsoft's hosts as a server in production meets them, each by its own name over TLS, and the identity that App Service lends it. */
export interface Microsoft {
  /** What App Service adds to the settings of a web app that has an identity. */
  readonly identity: Readonly<Record<string, string>>;
  /** The port that each name leads to. */
  readonly names: Readonly<Record<string, number>>;
  /** The certificate of all of them, in PEM. */
  readonly certificate: string;
  /** Requests to the storage account so far. */
  storageRequests(): number;
  /** By how many milliseconds the clock of the storage account is ahead. */
  storageAhead: number;
  close(): Promise<void>;
}

const identityHeader = 'header-of-this-instance';

/** Opens them, in front of the Teams and the storage account given. */
export async function openMicrosoft(about: {
  readonly teams: TeamsService;
  readonly tenantId: string;
  readonly clientId: string;
  readonly storageHosts: { readonly table: string; readonly queue: string };
}): Promise<Microsoft> {
  const { teams, tenantId, storageHosts } = about;
  const hosts = [
    'login.microsoftonline.com',
    'login.botframework.com',
    'smba.trafficmanager.net',
    ...Object.values(storageHosts),
  ];
  const certificate = certificateFor(hosts);
  const account = await startStorageAccount(storageHosts.table.split('.')[0] ?? '', certificate);
  let asked = 0;
  const metadata = {
    issuer: 'https://api.botframework.com',
    jwks_uri: 'https://login.botframework.com/v1/.well-known/keys',
    id_token_signing_alg_values_supported: ['RS256'],
  };
  const front = createServer(certificate, (request, response) => {
    const { host = '' } = request.headers;
    const address = `${host}${request.url ?? ''}`;
    if (host === storageHosts.table || host === storageHosts.queue) {
      asked++;
      const port = host === storageHosts.table ? account.tablePort : account.queuePort;
      void askAccount(request, response, port, certificate.cert, microsoft);
    } else if (address === `login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`)
      void copy(response, teams.tabKeys);
    else if (address === 'login.botframework.com/v1/.well-known/openidconfiguration')
      response.end(JSON.stringify(metadata));
    else if (address === 'login.botframework.com/v1/.well-known/keys')
      void copy(response, `${teams.baseUrl}/botframework/keys`);
    else if (host === 'smba.trafficmanager.net') void copy(response, teams.baseUrl + (request.url ?? ''), request);
    else response.writeHead(404).end();
  });
  const identity = createHttpServer((request, response) => {
    const resource = new URL(request.url ?? '', 'http://identity').searchParams.get('resource') ?? '';
    if (request.headers['x-identity-header'] !== identityHeader) response.writeHead(401).end();
    else
      void identityToken(about, resource).then((token) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ access_token: token, expires_on: inAnHour(), resource, token_type: 'Bearer' }));
      });
  });
  const [frontPort, identityPort] = await Promise.all([listen(front), listen(identity)]);
  const microsoft: Microsoft = {
    identity: {
      IDENTITY_ENDPOINT: `http://127.0.0.1:${String(identityPort)}/msi/token`,
      IDENTITY_HEADER: identityHeader,
    },
    names: Object.fromEntries(hosts.map((host) => [host, frontPort])),
    certificate: certificate.cert,
    storageRequests: () => asked,
    storageAhead: 0,
    async close() {
      for (const server of [front, identity]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
      await account.stop();
    },
  };
  return microsoft;
}

const inAnHour = (): number => Math.floor(Date.now() / 1000) + 3_600;

/** A token of the server's identity: the connector's from Teams' own token service, storage's as Azurite reads it. */
async function identityToken(
  { teams, tenantId, clientId }: { readonly teams: TeamsService; readonly tenantId: string; readonly clientId: string },
  resource: string,
): Promise<string> {
  if (resource.startsWith('https://api.botframework.com')) {
    const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: 'identity' };
    const answer = await fetch(teams.tokenEndpoint, {
      method: 'POST',
      body: new URLSearchParams({ ...form, scope: 'https://api.botframework.com/.default' }),
    });
    return ((await answer.json()) as { readonly access_token: string }).access_token;
  }
  return new SignJWT({ aud: resource, iss: `https://sts.windows.net/${tenantId}/`, appid: clientId })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt(Math.floor(Date.now() / 1000) - 60)
    .setNotBefore(Math.floor(Date.now() / 1000) - 60)
    .setExpirationTime(inAnHour())
    .sign(Buffer.alloc(32, 1));
}

/** Azurite knows an account by its host name too, but not within a transaction: it is asked by path. */
async function askAccount(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  ca: string,
  { storageAhead }: Microsoft,
): Promise<void> {
  const { method, url = '', headers } = request;
  const { host = '' } = headers;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const root = `127.0.0.1:${String(port)}/${host.split('.')[0] ?? ''}`;
  const body = Buffer.concat(chunks).toString().replaceAll(`https://${host}`, `https://${root}`);
  const to = askOverTls(`https://${root}${url}`, {
    method,
    ca,
    servername: host,
    headers: { ...headers, host: `127.0.0.1:${String(port)}`, 'content-length': Buffer.byteLength(body) },
  });
  to.on('response', (answer) => {
    const date = new Date(Date.parse(answer.headers.date ?? '') + storageAhead).toUTCString();
    response.writeHead(answer.statusCode ?? 502, { ...answer.headers, date });
    answer.pipe(response);
  });
  to.on('error', () => response.destroy());
  to.end(body);
}

/** Answers with what an address of this machine answers. */
async function copy(response: ServerResponse, address: string, request?: IncomingMessage): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request ?? []) chunks.push(chunk as Buffer);
  const { authorization, 'content-type': type } = request?.headers ?? {};
  const answer = await fetch(address, {
    method: request?.method ?? 'GET',
    headers: {
      ...(authorization === undefined ? {} : { authorization }),
      ...(type === undefined ? {} : { 'content-type': type }),
    },
    ...(chunks.length === 0 ? {} : { body: new Uint8Array(Buffer.concat(chunks)) }),
  });
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
  response.end(Buffer.from(await answer.arrayBuffer()));
}

async function listen(server: Server | ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return (server.address() as AddressInfo).port;
}
