import type { FrameLocator, Page } from 'playwright-core';
import { barriersIn } from '../helpers/barriers';
import { bySize } from '../helpers/size';
import { tabTexts } from '../helpers/tab-texts';
import { openStage, type Stage } from './stage/open-stage';
import { scenes } from './stage/scenes';

/** The title where a page could not be drawn, which reads well and is nevertheless no page. */
const failed = tabTexts(bySize({ small: 'fr', full: 'en' } as const))['failed.title'];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage.close());
afterEach(() => stage.clear());

/**
 * Themes change colours alone, and colours know no language: what does not depend on colours is looked at once a language, and colours
 * once a theme, in French. French has the longer words, so that what holds at 320 px in French mostly holds in English.
 */
const { language, themes } = bySize({
  small: { language: 'fr', themes: { default: 'everything', dark: 'colours', contrast: 'colours' } },
  full: { language: 'en', themes: { default: 'all but colours' } },
} as const);

describe(`every page in ${language}, in its themes`, () => {
  it.each(scenes.map((scene) => [scene.name, scene] as const))(
    '%s can be read by everybody, and at 320 px without moving sideways',
    async (_name, scene) => {
      scene.set(stage.server.renew(), language);
      const { page, tab } = await stage.open({ page: scene.page, language });
      await settled(tab);
      await scene.act?.(tab);
      const frame = await (await page.locator('#tab').elementHandle()).contentFrame();
      if (frame === null) throw new Error('The tab has no document');
      for (const [theme, looked] of Object.entries(themes)) {
        await page.evaluate((name) => {
          (window as unknown as { hostTheme: (theme: string) => void }).hostTheme(name);
        }, theme);
        await tab.locator(`html[data-theme="${theme}"]`).waitFor();
        // The browser's own parts, such as a date picker, are drawn for the theme of Teams, not of the system.
        const drawnFor = await tab.locator('html').evaluate((html) => getComputedStyle(html).colorScheme);
        expect(drawnFor).toBe(theme === 'default' ? 'light' : 'dark');
        expect({ theme, barriers: await barriersIn(frame, looked, stage.server.axe) }).toEqual({ theme, barriers: [] });
      }
      expect(await tab.locator('html').getAttribute('lang')).toBe(language);
      await expectNoSideways(page, tab);
    },
  );
});

async function settled(tab: FrameLocator): Promise<void> {
  await tab.locator('main h1, [role="alert"]').first().waitFor();
  await tab.locator('.fui-Spinner').first().waitFor({ state: 'detached' });
  expect(await tab.locator('h1').allInnerTexts()).not.toContain(failed);
}

async function expectNoSideways(page: Page, tab: FrameLocator): Promise<void> {
  await page.setViewportSize({ width: 320, height: 700 });
  const widest = await tab.locator('html').evaluate((html) => {
    const over = [...html.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > 321 && element.getBoundingClientRect().width > 1,
    );
    return { scroll: html.scrollWidth, over: over.map((element) => element.outerHTML.slice(0, 120)).slice(0, 3) };
  });
  expect(widest).toEqual({ scroll: 320, over: [] });
}
