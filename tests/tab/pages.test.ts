import AxeBuilder from '@axe-core/playwright';
import type { FrameLocator, Page } from 'playwright-core';
import { openStage, type Stage } from './stage/open-stage';
import { scenes } from './stage/scenes';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage.close());
afterEach(() => stage.clear());

const themes = ['default', 'dark', 'contrast'] as const;

describe.each(['fr', 'en'] as const)('every page in %s', (language) => {
  it.each(scenes.map((scene) => [scene.name, scene] as const))(
    '%s can be read by everybody, in every theme, and at 320 px without moving sideways',
    async (_name, scene) => {
      scene.set(stage.server.renew(), language);
      const { page, tab } = await stage.open({ page: scene.page, language });
      await settled(tab);
      await scene.act?.(tab);
      for (const theme of themes) {
        await page.evaluate((name) => {
          (window as unknown as { hostTheme: (theme: string) => void }).hostTheme(name);
        }, theme);
        await tab.locator(`html[data-theme="${theme}"]`).waitFor();
        // The browser's own parts, such as a date picker, are drawn for the theme of Teams, not of the system.
        const drawnFor = await tab.locator('html').evaluate((html) => getComputedStyle(html).colorScheme);
        expect(drawnFor).toBe(theme === 'default' ? 'light' : 'dark');
        const { violations } = await new AxeBuilder({ page })
          .include('#tab')
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze();
        expect(
          violations.map(({ id, nodes }) => ({ theme, id, at: nodes.map((node) => node.html).slice(0, 3) })),
        ).toEqual([]);
      }
      expect(await tab.locator('html').getAttribute('lang')).toBe(language);
      await expectNoSideways(page, tab);
    },
  );
});

async function settled(tab: FrameLocator): Promise<void> {
  await tab.locator('main h1, [role="alert"]').first().waitFor();
  await tab.locator('.fui-Spinner').first().waitFor({ state: 'detached' });
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
