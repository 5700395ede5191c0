import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { launchBrowser, type Browser, type BrowserContext, type Page } from '../../helpers/browser';
import { sharedAddress } from '../../helpers/shared';
import { now } from './fixtures';
import { startTabServer, type TabServer } from './tab-server';
import type { HostOptions, HostSettings } from './teams-host-page';

export interface Opened {
  readonly page: Page;
  readonly tab: FrameLocator;
}

export interface Stage {
  readonly server: TabServer;
  /** Opens the tab inside the Teams host. `fixed` keeps the browser's clock still; a `moving` one is the test's to move. */
  open(options?: HostOptions, view?: { readonly width?: number; readonly clock?: 'fixed' | 'moving' }): Promise<Opened>;
  /** Where the last window was opened. */
  context(): BrowserContext;
  /** Ends what one test opened, stored and answered. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Serves the built tab, and connects to the worker's browser. One window is kept for the tests of a file and loaded anew by each, without
 * anything stored: a new one reads and compiles a megabyte of script again, which takes longer than most tests.
 */
export async function openStage(): Promise<Stage> {
  const [build, browser] = await Promise.all([sharedAddress('build'), launchBrowser()]);
  const server = await startTabServer(join(build, 'tab'));
  const kept = await newContext(browser);
  await kept.clock.setFixedTime(now);
  const window = await kept.newPage();
  let current = kept;
  let taken = false;

  /** A clock that was once made to move stays so for its context. */
  async function windowWith(clock: 'fixed' | 'moving'): Promise<Page> {
    if (clock === 'moving') {
      current = await newContext(browser);
      await current.clock.install({ time: now });
      return current.newPage();
    }
    current = kept;
    if (taken) return kept.newPage();
    taken = true;
    return window;
  }

  return {
    server,
    context: () => current,
    async open(options = {}, { width = 1100, clock = 'fixed' } = {}) {
      const page = await windowWith(clock);
      if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: 900 });
      const address = server.host(options);
      if (page.url().startsWith(new URL(address).origin))
        await page.evaluate(openAgain, { address, next: server.settings(options) });
      else await page.goto(address);
      return { page, tab: page.frameLocator('#tab') };
    },
    async clear() {
      const others = kept.pages().filter((page) => page !== window);
      await Promise.all([...others, ...(current === kept ? [] : [current])].map((one) => one.close()));
      current = kept;
      await kept.unrouteAll();
      kept.removeAllListeners('console');
      if (taken) {
        await Promise.all(window.frames().map((frame) => frame.evaluate(forget)));
        await window.evaluate(() => {
          (globalThis as unknown as HostWindow).hostClose();
        });
      }
      taken = false;
      server.renew();
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** What the page of the host lets tests do. */
interface HostWindow {
  hostOpen(settings: HostSettings, address: string): Promise<unknown>;
  hostClose(): void;
}

function openAgain({ address, next }: { readonly address: string; readonly next: HostSettings }): Promise<unknown> {
  return (globalThis as unknown as HostWindow).hostOpen(next, address);
}

/** Empties what a document may have stored, and lets it store nothing more. */
function forget(): void {
  Storage.prototype.setItem = () => undefined;
  sessionStorage.clear();
  localStorage.clear();
}

/** Nothing outside this machine is reached: teams-js would fetch a list of hosts. A route would do the same, but take the cache away. */
function newContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({
    timezoneId: 'Europe/Paris',
    acceptDownloads: true,
    proxy: { server: 'http://127.0.0.1:9', bypass: '127.0.0.1' },
  });
}
