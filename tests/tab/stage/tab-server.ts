import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readTabFiles } from '../../../bot/tab-files';
import { tabPolicy } from '../../../bot/security-headers';
import { axeScript } from '../../helpers/barriers';
import { FakeApi } from './fake-api';
import { hostSettings, teamsHostPage, tokenUntil, type HostOptions, type HostSettings } from './teams-host-page';

export interface TabServer {
  readonly api: FakeApi;
  /** The address of a host page that opens the tab so. */
  host(options?: HostOptions): string;
  /** What that page goes by. */
  settings(options?: HostOptions): HostSettings;
  /** The address of the tab without a host around it. */
  direct(page?: string): string;
  /** The address of axe, on the tab's origin. */
  readonly axe: string;
  /** Puts an API without memory in place of the last one. Pages that were opened before reach it no more: their requests may come late. */
  renew(): FakeApi;
  close(): Promise<void>;
}

/** A real time far away. Each API has a token of its own, which ends a second later. */
const firstEnd = 4_102_444_800;
const forEver = 'public, max-age=31536000, immutable';

/** Serves the built tab in `folder` as production does, with a fake API, and on another origin the page of a Teams host. */
export async function startTabServer(folder: string): Promise<TabServer> {
  let api = new FakeApi();
  let token = tokenUntil(firstEnd);
  const pastTokens: string[] = [];
  const hostOptions = new Map<string, HostOptions>();
  const settingsOf = (options: HostOptions) => hostSettings(origin(tab), options, token);
  const hosts = createServer((request, response) => {
    const options = hostOptions.get((request.url ?? '/').slice(1)) ?? {};
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(teamsHostPage(settingsOf(options)));
  });
  await listen(hosts);
  const files = readTabFiles(folder, [origin(hosts)]);
  const tab = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (path.startsWith('/api/v1')) {
      if (pastTokens.some((past) => request.headers.authorization?.includes(past) === true)) {
        // Of one process with a test file that loads restify, which has `writeHead` return nothing.
        response.statusCode = 410;
        response.end();
      } else void api.handle(request, response);
      return;
    }
    if (path === '/axe.js') {
      response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': forEver });
      response.end(axeScript);
      return;
    }
    const file = path.startsWith('/tab') ? files.find(path.replace(/^\/tab\/?/u, '')) : undefined;
    response.statusCode = file === undefined ? 404 : 200;
    response.setHeader('content-type', file?.type ?? 'text/plain');
    response.setHeader('cache-control', file?.forever === true ? forEver : 'no-cache');
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
    settings: (options = {}) => settingsOf(options),
    direct: (page = '/') => `${origin(tab)}/tab${page}`,
    get axe() {
      return `${origin(tab)}/axe.js`;
    },
    renew() {
      api = new FakeApi();
      pastTokens.push(token);
      token = tokenUntil(firstEnd + pastTokens.length);
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
