import { chromium, type Browser } from 'playwright-core';
import { sharedAddress } from './shared';

export type { Browser, BrowserContext, Frame, Page } from 'playwright-core';

/** The worker's Chromium. Closing it ends what was opened through this connection, and leaves it to the next file. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.connect(await sharedAddress('browser'));
}
