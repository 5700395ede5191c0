import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type FrameLocator, type Page } from 'playwright-core';
import { now } from './fixtures';
import { startTabServer, type TabServer } from './tab-server';
import type { HostOptions } from './teams-host-page';

const root = join(__dirname, '../../..');

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

/** Builds the tab into a folder of its own, so that two test files never share one, serves it, and starts the browser. */
export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-tab-'));
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  execFileSync(
    process.execPath,
    [vite, 'build', '--config', 'tab/vite.config.ts', '--logLevel', 'error', '--outDir', folder],
    {
      cwd: root,
      stdio: 'pipe',
      env: { ...process.env, NODE_ENV: 'production', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
    },
  );
  const server = await startTabServer(folder);
  const browser: Browser = await chromium.launch({
    executablePath: process.env['PASSERELLE_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
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
      rmSync(folder, { recursive: true, force: true });
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
