import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Shared } from './shared-desk';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The system's Chromium, headless, for several files one after the other; `PASSERELLE_CHROMIUM` names another one. */
export async function startBrowser(): Promise<Shared> {
  const executablePath = process.env['PASSERELLE_CHROMIUM'] ?? places.find((place) => existsSync(place));
  if (executablePath === undefined) throw new Error('No Chromium found: install it or set PASSERELLE_CHROMIUM');
  const server = await chromium.launchServer({ executablePath, args: quiet });
  return { address: server.wsEndpoint(), stop: () => server.close() };
}
