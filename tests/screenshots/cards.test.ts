import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CardView } from '../../src/domain/view';
import { renderCard } from '../../bot/teams/cards/render-card';
import { launchBrowser, type Browser } from '../helpers/browser';
import { dummyReader, everyView } from '../helpers/card-views';
import { serveFolder, type ServedFolder } from '../helpers/serve-folder';

const root = join(__dirname, '../..');
const out = join(root, 'build/screenshots/cards');
const links = { base: 'https://passerelle.example', tab: 'https://teams.microsoft.com/l/entity/passerelle/passerelle' };
let browser: Browser;
let served: ServedFolder;

beforeAll(async () => {
  served = await serveFolder(join(root, 'build/card-sheet'));
  browser = await launchBrowser();
  mkdirSync(out, { recursive: true });
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

const kinds = [...new Set(everyView().map((view) => view.card))];
const looks = [
  { theme: 'light', width: 320 },
  { theme: 'light', width: 560 },
  { theme: 'dark', width: 400 },
  { theme: 'contrast', width: 400 },
] as const;

describe.each(['fr', 'en'] as const)('cards in %s', (language) => {
  test.each(looks)('are drawn $theme at $width px', async ({ theme, width }) => {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(`${served.url}/index.html`);
    for (const kind of kinds) {
      const views = everyView().filter((view) => view.card === kind);
      const cards = views.map((view, index) => ({
        name: `${kind} ${String(index + 1)} ${stateOf(view)}`,
        card: renderCard(view, dummyReader({ language }), links).card,
      }));
      await page.evaluate(
        (sheet) => {
          (window as unknown as { showSheet(shown: unknown): void }).showSheet(sheet);
        },
        { language, theme, width, cards },
      );
      await page.waitForFunction(
        (count) => document.querySelectorAll('.ac-adaptiveCard').length === count,
        cards.length,
      );
      const wide = await page.evaluate(
        () =>
          [...document.querySelectorAll('.ac-adaptiveCard')].filter((card) => card.scrollWidth > card.clientWidth + 1)
            .length,
      );
      await page.screenshot({ path: join(out, `${kind}-${language}-${theme}-${String(width)}.png`), fullPage: true });
      expect({ kind, wide }).toEqual({ kind, wide: 0 });
    }
    await page.close();
  });
});

function stateOf(view: CardView): string {
  return 'state' in view ? view.state : view.card === 'notice' ? view.notice : '';
}
