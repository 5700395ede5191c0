import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PlaygroundUser {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
}

/** What the Agents Playground is on the wire: it posts unsigned activities and has a connector of its own for the answers. */
export interface PlaygroundClient {
  readonly serviceUrl: string;
  /** Activities that the bot sent to it. */
  readonly received: readonly any[];
  post(
    endpoint: string,
    fields: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<{ readonly status: number; readonly body: any }>;
  close(): Promise<void>;
}

/** Starts one, for this person of the tenant. */
export async function startPlaygroundClient(
  user: PlaygroundUser,
  tenantId: string,
  botAppId: string,
): Promise<PlaygroundClient> {
  const received: unknown[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.method === 'POST') received.push(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id: `m${String(received.length)}` }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const serviceUrl = `http://localhost:${String((server.address() as AddressInfo).port)}/_connector`;
  return {
    serviceUrl,
    received,
    async post(endpoint, fields, headers = {}) {
      const activity = {
        id: `a-${String(received.length)}`,
        timestamp: '2026-11-23T09:00:00.000Z',
        channelId: 'msteams',
        serviceUrl,
        from: user,
        recipient: { id: `28:${botAppId}`, name: 'Passerelle' },
        conversation: { id: 'a:playground-chat', conversationType: 'personal', tenantId },
        channelData: { tenant: { id: tenantId } },
        locale: 'en-US',
        ...fields,
      };
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(activity),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
