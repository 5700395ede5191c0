import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { plusDays } from '../../src/kernel/clock';
import { launchBrowser, type Browser } from '../helpers/browser';
import { cast, castChannel } from '../helpers/e2e-cast';
import { inviteCast, meetInCast, pairCast, proposeToCast } from '../helpers/e2e-programme';
import { openE2eStage, stageBegins, type E2eStage } from '../helpers/e2e-stage';
import { wordsOf } from '../helpers/e2e-words';
import { tabTexts } from '../helpers/tab-texts';
import { openStage, type Stage } from '../tab/stage/open-stage';
import { scenes } from '../tab/stage/scenes';
import { enrolmentText } from '../../src/enrolment/text/enrolment-text';

const root = join(__dirname, '../..');
const out = join(root, 'build/screenshots/pages');
const languages = ['fr', 'en'] as const;
const themes = ['default', 'dark', 'contrast'] as const;
const widths = [320, 1100] as const;

jest.setTimeout(300_000);
beforeAll(() => mkdirSync(out, { recursive: true }));

describe('pages of the tab', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  test('none is without a picture', () => {
    const source = readFileSync(join(root, 'tab/routes.tsx'), 'utf8');
    const paths = [...source.matchAll(/import\('\.\/pages\/([\w/-]+)'\)/gu)].map(([, page = '']) => page);
    // The frame around a programme is in each of its pages.
    expect(paths.filter((page) => page !== 'programme/programme-frame' && pictured[page] === undefined)).toEqual([]);
    expect(Object.values(pictured).filter((name) => !scenes.some((scene) => scene.name === name))).toEqual([]);
  });

  describe.each(languages)('in %s', (language) => {
    test.each(scenes.map((scene) => [scene.name, scene] as const))('%s', async (name, scene) => {
      for (const width of widths) {
        scene.set(stage.server.renew(), language);
        const { page, tab } = await stage.open({ page: scene.page, language }, { width });
        await tab.locator('main h1, [role="alert"]').first().waitFor();
        await tab.locator('.fui-Spinner').first().waitFor({ state: 'detached' });
        expect(await tab.locator('h1').allInnerTexts()).not.toContain(tabTexts(language)['failed.title']);
        await scene.act?.(tab);
        for (const theme of themes) {
          await page.evaluate((next) => {
            (window as unknown as { hostTheme: (theme: string) => void }).hostTheme(next);
          }, theme);
          await tab.locator(`html[data-theme="${theme}"]`).waitFor();
          await pictureOfTab(page, tab, width, `tab-${name}-${language}-${theme}-${String(width)}`);
        }
      }
      await stage.clear();
    });

    test('opened outside Teams', async () => {
      const browser = stage.context().browser();
      for (const width of widths) {
        for (const colorScheme of ['light', 'dark'] as const) {
          const context = await browser!.newContext({
            locale: language,
            colorScheme,
            viewport: { width, height: 700 },
          });
          const page = await context.newPage();
          await page.goto(stage.server.direct());
          await page.getByRole('heading', { level: 1 }).waitFor();
          await page.screenshot({
            path: join(out, `tab-outside-${language}-${colorScheme}-${String(width)}.png`),
            fullPage: true,
          });
          expect(await wider(page, width)).toEqual([]);
          await context.close();
        }
      }
    });
  });
});

/** Which scene shows a page of the tab’s routes; the other scenes are more states of the same pages. */
const pictured: Readonly<Record<string, string>> = {
  landing: 'landing-empty',
  'new-programme': 'new',
  'me/my-page': 'me',
  'sponsor/sponsor-page': 'sponsor',
  'overview/overview': 'overview',
  'plan/plan-page': 'plan',
  'questions/questions-page': 'questions',
  'needs-poll/needs-poll-page': 'needs-poll',
  'people/people-page': 'people',
  'import/import-page': 'import',
  'studio/pairing-page': 'pairing',
  'pairs/pairs-page': 'pairs',
  'results/results-page': 'results',
  'steering/steering-page': 'steering',
  'messages/messages-page': 'messages',
  'jobs/jobs-page': 'jobs',
  'not-found': 'not-found',
};

describe.each(languages)('Local Teams in %s', (language) => {
  let stage: E2eStage;
  let browser: Browser;
  const { text } = wordsOf(language);

  beforeAll(async () => {
    [stage, browser] = await Promise.all([openE2eStage(language), launchBrowser()]);
    await inviteCast(stage, language);
    await proposeToCast(stage);
    await pairCast(stage);
    await meetInCast(stage);
    await stage.moveTo(plusDays(stageBegins, 33));
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  const views = [
    { name: 'chat-junior', address: `persona=${cast.junior}`, shown: '[data-testid=card]' },
    { name: 'chat-senior', address: `persona=${cast.senior}`, shown: '[data-testid=card]' },
    { name: 'chat-assistant', address: `persona=${cast.assistant}`, shown: '[data-testid=card]' },
    { name: 'channel', address: `persona=${cast.hr}&view=channel&channel=${castChannel}`, shown: '[data-testid=card]' },
    { name: 'tab', address: `persona=${cast.hr}&view=tab`, shown: '[data-testid=tab-frame]' },
    { name: 'two-people', address: `persona=${cast.junior}&beside=${cast.senior}`, shown: '[data-testid=card]' },
  ];

  test.each(views)('$name', async ({ name, address, shown }) => {
    await eachLook(name, address, async (page) => {
      await page.locator(shown).first().waitFor();
      if (name === 'tab') await page.frameLocator(shown).locator('h2').first().waitFor();
    });
  });

  test('dialog', async () => {
    // Mei has said yes and is in no pair: her details can still be corrected.
    const [, , , , , mei = ''] = cast.otherMentors;
    await eachLook('dialog', `persona=${mei}`, async (page) => {
      await page
        .getByRole('button', { name: text(enrolmentText, 'invitation.correct') })
        .first()
        .click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: text(enrolmentText, 'profile.save') })
        .waitFor();
    });
  });

  async function eachLook(name: string, address: string, ready: (page: Page) => Promise<void>): Promise<void> {
    for (const width of widths) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        timezoneId: 'Europe/Paris',
        reducedMotion: 'reduce',
      });
      for (const theme of themes) {
        const page = await context.newPage();
        await page.goto(`${stage.teams.baseUrl}/#${address}&theme=${theme}`);
        await ready(page);
        await page.screenshot({ path: join(out, `teams-${name}-${language}-${theme}-${String(width)}.png`) });
        expect({ name, theme, width, wider: await wider(page, width) }).toEqual({ name, theme, width, wider: [] });
        await page.close();
      }
      await context.close();
    }
  }
});

/** The whole tab in one picture, however long it is. */
async function pictureOfTab(page: Page, tab: FrameLocator, width: number, name: string): Promise<void> {
  const html = tab.locator('html');
  const { height, scrollWidth } = await html.evaluate((element) => ({
    height: element.scrollHeight,
    scrollWidth: element.scrollWidth,
  }));
  await page.setViewportSize({ width, height: Math.min(4000, Math.max(500, height)) });
  // A change of theme fades: the picture is of its end.
  await page.screenshot({ path: join(out, `${name}.png`), animations: 'disabled' });
  await page.setViewportSize({ width, height: 900 });
  expect({ name, scrollWidth }).toEqual({ name, scrollWidth: width });
}

/** What stands out of the window on the right. */
function wider(page: Page, width: number): Promise<readonly string[]> {
  return page.evaluate(
    (right) =>
      [...document.querySelectorAll('body *')]
        .filter((element) => {
          const box = element.getBoundingClientRect();
          return box.width > 1 && box.right > right + 1 && element.closest('[aria-hidden=true]') === null;
        })
        .map((element) => element.outerHTML.slice(0, 120))
        .slice(0, 3),
    width,
  );
}
