import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build, runnerImport } from 'vite';

const root = join(import.meta.dirname, '..');

/**
 * Writes a picture of every page of the tab × language × theme × width into `outDir` and returns the files.
 * `only` names the scenes wanted; see tests/tab/stage/scenes.ts.
 */
export async function captureTabPages(outDir, only) {
  await build({ configFile: join(root, 'tab/vite.config.ts'), logLevel: 'warn' });
  const { module } = await runnerImport(join(root, 'tests/tab/stage/capture.ts'), { configFile: false });
  const browser = await chromium.launch({
    executablePath: process.env.PASSERELLE_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  try {
    return await module.capture({ root, outDir, browser, only });
  } finally {
    await browser.close();
  }
}
