import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { now } from './fixtures';
import { scenes } from './scenes';
import { startTabServer } from './tab-server';

interface CaptureOptions {
  readonly root: string;
  readonly outDir: string;
  readonly browser: Browser;
  /** Names of scenes; all of them when absent. */
  readonly only?: readonly string[];
}

/** A picture of every scene × language × theme × width. Returns the files written. */
export async function capture({ root, outDir, browser, only }: CaptureOptions): Promise<readonly string[]> {
  mkdirSync(outDir, { recursive: true });
  const server = await startTabServer(join(root, 'build', 'tab'));
  const written: string[] = [];
  for (const width of [320, 1100] as const) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, timezoneId: 'Europe/Paris' });
    for (const scene of scenes.filter(({ name }) => only?.includes(name) ?? true)) {
      for (const language of ['fr', 'en'] as const) {
        for (const theme of ['default', 'dark', 'contrast'] as const) {
          scene.set(server.renew(), language);
          const page = await context.newPage();
          await page.clock.setFixedTime(now);
          await page.goto(server.host({ page: scene.page, language, theme }));
          const frame = page.frameLocator('#tab');
          await frame.locator('h1, [role="alert"]').first().waitFor();
          await frame
            .getByRole('progressbar')
            .first()
            .waitFor({ state: 'detached', timeout: 500 })
            .catch(() => undefined);
          const height = await frame.locator('html').evaluate((html) => html.scrollHeight);
          await page.setViewportSize({ width, height: Math.min(4000, Math.max(500, height)) });
          const file = join(outDir, `tab-${scene.name}-${language}-${theme}-${width}.png`);
          await page.screenshot({ path: file });
          written.push(file);
          await page.close();
          await context.pages().at(0)?.setViewportSize({ width, height: 900 });
        }
      }
    }
    await context.close();
  }
  await server.close();
  return written;
}
