import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readTabFiles } from '../../../bot/tab-files';
import { tabPolicy } from '../../../bot/security-headers';
import { FakeApi } from './fake-api';
import { teamsHostPage, tokenUntil, type HostOptions } from './teams-host-page';

export interface TabServer {
  readonly api: FakeApi;
  /** The address of a host page that opens the tab so. */
  host(options?: HostOptions): string;
  /** The address of the tab without a host around it. */
  direct(page?: string): string;
  /** Puts an API without memory in place of the last one. */
  renew(): FakeApi;
  close(): Promise<void>;
}

/** Serves the built tab in `folder` as production does, with a fake API, and on another origin the page of a Teams host. */
export async function startTabServer(folder: string): Promise<TabServer> {
  let api = new FakeApi();
  const hostOptions = new Map<string, HostOptions>();
  const hosts = createServer((request, response) => {
    const options = hostOptions.get((request.url ?? '/').slice(1)) ?? {};
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(teamsHostPage(origin(tab), options, tokenUntil(4_102_444_800)));
  });
  await listen(hosts);
  const files = readTabFiles(folder, [origin(hosts)]);
  const tab = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (path.startsWith('/api/v1')) {
      void api.handle(request, response);
      return;
    }
    const file = path.startsWith('/tab') ? files.find(path.replace(/^\/tab\/?/u, '')) : undefined;
    response.statusCode = file === undefined ? 404 : 200;
    response.setHeader('content-type', file?.type ?? 'text/plain');
    response.setHeader('content-security-policy', tabPolicy([origin(hosts)]));
    response.end(file?.bytes);
  });
  await listen(tab);

  return {
    get api() {
      return api;
    },
    host(options = {}) {
      const key = encodeURIComponent(JSON.stringify(options));
      hostOptions.set(key, options);
      return `${origin(hosts)}/${key}`;
    },
    direct: (page = '/') => `${origin(tab)}/tab${page}`,
    renew() {
      api = new FakeApi();
      return api;
    },
    async close() {
      await Promise.all([closed(hosts), closed(tab)]);
    },
  };
}

function origin(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => {
      resolve();
    });
  });
}
