import { asHr, asJunior } from './stage/scenes';
import { me, programmeId } from './stage/fixtures';
import { openStage, type Stage } from './stage/open-stage';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage.close());
afterEach(() => stage.clear());

describe('the tab and its host', () => {
  it('says what to do outside Teams, and leads to Local Teams where there is one', async () => {
    const page = await stage.context().newPage();
    await page.goto(stage.server.direct());
    await page.getByRole('heading', { level: 1, name: 'Passerelle opens in Microsoft Teams' }).waitFor();
    expect(await page.getByRole('link').getAttribute('href')).toBe(new URL(stage.server.host()).origin);
    expect(stage.server.api.seen).toEqual([]);
  });

  it('says the same when the frame around it never answers', async () => {
    const { page, tab } = await stage.open({ mood: 'silent' }, { clock: 'moving' });
    await tab.locator('#root').waitFor({ state: 'attached' });
    await page.clock.runFor(6_000);
    await tab.getByRole('heading', { name: 'Passerelle opens in Microsoft Teams' }).waitFor();
  });

  it('says what to do when Teams gives no token, and goes on once it does', async () => {
    asHr(stage.server.api, 'en');
    const { page, tab } = await stage.open({ mood: 'no-token' });
    await tab.getByText('Teams did not confirm who you are', { exact: false }).waitFor();
    expect(stage.server.api.seen).toEqual([]);
    asHr(stage.server.api, 'en');
    await page.evaluate(() => {
      (window as unknown as { hostMood: (mood: string) => void }).hostMood('friendly');
    });
    await tab.getByRole('button', { name: 'Try again' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Crossed views 2027' }).waitFor();
  });

  it('follows the language a person chose in the bot rather than that of Teams', async () => {
    asHr(stage.server.api, 'fr');
    stage.server.api.answer('GET', '/me', me({ language: 'fr' }));
    const { tab } = await stage.open({ language: 'en' });
    await tab.getByRole('link', { name: 'Vue d’ensemble' }).waitFor();
    expect(stage.server.api.calls('GET', `/programmes/${programmeId}`).at(-1)?.headers['accept-language']).toBe('fr');
  });

  it('makes nothing of text that the page’s policy forbids', async () => {
    asJunior(stage.server.api);
    const broken: string[] = [];
    stage.context().on('console', (message) => {
      if (message.text().includes('Content Security Policy')) broken.push(message.text());
    });
    const { tab } = await stage.open();
    await tab.getByRole('heading', { level: 1 }).waitFor();
    expect(broken).toEqual([]);
  });

  it('loads less than 1 MB of script, a third of it over the wire, for the first page', async () => {
    asHr(stage.server.api, 'en');
    const { tab } = await stage.open();
    await tab.getByRole('heading', { level: 2 }).waitFor();
    const bytes = await tab.locator('html').evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.includes('/tab/assets/'))
        .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).decodedBodySize, 0),
    );
    expect(bytes).toBeLessThan(1_000_000);
  });
});
