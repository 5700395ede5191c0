import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startAzurite } from '../../bot/local/azurite/start-azurite';
import { buildOnce } from './build-once';
import { startBrowser } from './start-browser';

/** Something that runs as long as the tests do, and the address that leads to it. */
export interface Shared {
  readonly address: string;
  stop(): Promise<unknown>;
}

async function startStorage(): Promise<Shared> {
  const { connectionString, stop } = await startAzurite();
  return { address: connectionString, stop };
}

/** What there is to share, and whether each worker has its own. */
const things = {
  azurite: { start: startStorage, each: true },
  browser: { start: startBrowser, each: true },
  build: { start: buildOnce, each: false },
};
export type Thing = keyof typeof things;

export interface Desk {
  readonly url: string;
  /** Ends everything that was handed out. */
  close(): Promise<void>;
}

/**
 * Where test files get what takes seconds to start: one Azurite and one browser for each worker of jest, one build, each when the first
 * file asks. Files stay apart by names of their own for tables, and by a context of their own in the browser.
 */
export async function openDesk(): Promise<Desk> {
  const running = new Map<string, Promise<Shared>>();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://desk');
    const { start, each } = things[pathname.slice(1) as Thing];
    const key = each ? `${pathname} ${searchParams.get('worker') ?? ''}` : pathname;
    const asked = running.get(key) ?? start();
    running.set(key, asked);
    asked.then(
      ({ address }) => response.end(address),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await Promise.allSettled([...running.values()].map(async (one) => (await one).stop()));
    },
  };
}
