import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRemoteJWKSet, decodeJwt, jwtVerify, type JWTPayload } from 'jose';
import type { TeamsService } from '../../../bot/local/teams-service/teams-service';
import type { WireActivity } from '../../../bot/local/teams-service/wire-activity';

export interface Heard {
  readonly activity: WireActivity;
  readonly claims: JWTPayload;
}

export interface PlainBot {
  readonly heard: Heard[];
  /** What the next activities are answered with; default 200 and nothing. */
  answer: (activity: WireActivity) => { status: number; body?: unknown };
  /** Calls the connector with a fresh token of the token endpoint. */
  call(method: string, path: string, body?: unknown): Promise<{ status: number; body: any; headers: Headers }>;
  close(): Promise<void>;
}

/** A bot that speaks the protocol with nothing but HTTP and jose, and checks every token it is shown. */
export async function startPlainBot(service: TeamsService, botAppId: string): Promise<PlainBot> {
  const heard: Heard[] = [];
  const keys = createRemoteJWKSet(new URL(`${service.baseUrl}/botframework/keys`));
  const server = createServer((request, response) => {
    void (async () => {
      const activity = JSON.parse(await textOf(request)) as WireActivity;
      const token = (request.headers.authorization ?? '').replace('Bearer ', '');
      const { payload } = await jwtVerify(token, keys, { issuer: 'https://api.botframework.com', audience: botAppId });
      heard.push({ activity, claims: payload });
      const { status, body } = bot.answer(activity);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body === undefined ? '' : JSON.stringify(body));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  service.setBotEndpoint(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/api/messages`);
  let token: string | undefined;
  const bot: PlainBot = {
    heard,
    answer: () => ({ status: 200 }),
    async call(method, path, body) {
      token ??= await fetchToken(service, botAppId);
      const response = await fetch(`${service.serviceUrl}v3/${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text), headers: response.headers };
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return bot;
}

/** A connector token, as the bot's own client asks for it. */
export async function fetchToken(service: TeamsService, botAppId: string, secret = 'any'): Promise<string> {
  const response = await fetch(service.tokenEndpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: botAppId,
      client_secret: secret,
      scope: 'https://api.botframework.com/.default',
    }),
  });
  const body = (await response.json()) as { access_token: string };
  if (response.status === 200) decodeJwt(body.access_token);
  return body.access_token;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}
