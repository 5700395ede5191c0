import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { launchBrowser, type Browser, type BrowserContext, type Page } from '../../helpers/browser';
import { sharedAddress } from '../../helpers/shared';
import { now } from './fixtures';
import { startTabServer, type TabServer } from './tab-server';
import type { HostOptions } from './teams-host-page';

export interface Opened {
  readonly page: Page;
  readonly tab: FrameLocator;
}

export interface Stage {
  readonly server: TabServer;
  /** Opens the tab inside the Teams host. `frozen` keeps the browser's clock still until the test moves it. */
  open(options?: HostOptions, view?: { readonly width?: number; readonly clock?: 'fixed' | 'moving' }): Promise<Opened>;
  context(): BrowserContext;
  /** Ends the windows of one test. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** Serves the built tab, and connects to the worker's browser. */
export async function openStage(): Promise<Stage> {
  const [build, browser] = await Promise.all([sharedAddress('build'), launchBrowser()]);
  const server = await startTabServer(join(build, 'tab'));
  let context = await newContext(browser);
  return {
    server,
    context: () => context,
    async open(options = {}, { width = 1100, clock = 'fixed' } = {}) {
      const page = await context.newPage();
      await page.setViewportSize({ width, height: 900 });
      if (clock === 'fixed') await page.clock.setFixedTime(now);
      else await page.clock.install({ time: now });
      await page.goto(server.host(options));
      return { page, tab: page.frameLocator('#tab') };
    },
    async clear() {
      await context.close();
      context = await newContext(browser);
      server.renew();
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Nothing outside this machine is asked for: teams-js would fetch a list of hosts. */
async function newContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ timezoneId: 'Europe/Paris', acceptDownloads: true });
  await context.route(
    (url) => url.hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  return context;
}
