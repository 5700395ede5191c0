import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { asHr, asJunior } from './stage/scenes';
import { me, overview, people, programmeId } from './stage/fixtures';
import { openStage, type Stage } from './stage/open-stage';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage.close());
afterEach(() => stage.clear());

describe('the tab and its host', () => {
  it('F35: says what to do outside Teams, and leads to Local Teams where there is one', async () => {
    const page = await stage.context().newPage();
    await page.goto(stage.server.direct());
    await page.getByRole('heading', { level: 1, name: 'Passerelle opens in Microsoft Teams' }).waitFor();
    expect(await page.getByRole('link').getAttribute('href')).toBe(new URL(stage.server.host()).origin);
    expect(stage.server.api.seen).toEqual([]);
  });

  it('F35: is not shown in the frame of a foreign page', async () => {
    const foreign = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(`<iframe src="${stage.server.direct()}"></iframe>`);
    });
    await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
    const page = await stage.context().newPage();
    const refused = page.waitForEvent('requestfailed', (request) => request.url() === stage.server.direct());
    await page.goto(`http://127.0.0.1:${String((foreign.address() as AddressInfo).port)}/`);
    expect((await refused).failure()?.errorText).toContain('BLOCKED_BY_RESPONSE');
    expect(page.frames()[1]?.url()).not.toContain(stage.server.direct());
    expect(stage.server.api.seen).toEqual([]);
    foreign.closeAllConnections();
    await new Promise((resolve) => foreign.close(resolve));
  });

  it('F36: shows what people typed as text: no link, no picture, no script', async () => {
    const { api } = stage.server;
    asHr(api, 'en');
    const name = '<img src=x onerror="document.title=1"><b>Zoé</b> [here](https://evil.example) <at>All</at> **x**';
    const [first, ...rest] = people('en').people;
    if (first === undefined) throw new Error('nobody');
    const list = people('en', { people: [{ ...first, name, department: name, pairs: 0 }, ...rest] });
    api.answer('GET', `/programmes/${programmeId}/people`, list);
    const { tab } = await stage.open({ page: `/programmes/${programmeId}/people` });
    await tab.getByText(name, { exact: true }).first().waitFor();
    expect(await tab.locator('a[href*="evil"], td img, td b, td script').count()).toBe(0);
  });

  it('loaded again, opens where the reader was; for somebody else in the same window, at their first page', async () => {
    asHr(stage.server.api, 'en');
    const { page, tab } = await stage.open({ person: 'claire' });
    await tab.getByRole('link', { name: 'People' }).click();
    await tab.getByRole('heading', { level: 2, name: 'People' }).waitFor();
    await page.reload();
    await tab.getByRole('heading', { level: 2, name: 'People' }).waitFor();
    await page.goto(stage.server.host({ person: 'somebody-else' }));
    await tab.getByRole('heading', { level: 1, name: 'Crossed views 2027' }).waitFor();
  });

  it('begins each test where a person begins, whatever the one before left in the same window', async () => {
    asHr(stage.server.api, 'en');
    const { tab } = await stage.open();
    await tab.getByRole('link', { name: 'People' }).click();
    await tab.getByRole('heading', { level: 2, name: 'People' }).waitFor();
    await stage.clear();
    expect(stage.server.api.seen).toEqual([]);
    asHr(stage.server.api, 'en');
    const next = await stage.open();
    await next.tab.getByRole('heading', { level: 2, name: /^Month 3 of 6/u }).waitFor();
  });

  it('hears nothing of a page of the test before, however late it asks', async () => {
    const { token } = stage.server.settings();
    await stage.clear();
    const me = new URL('/api/v1/me', stage.server.direct());
    const { status } = await fetch(me, { headers: { authorization: `Bearer ${token}` } });
    expect({ status, seen: stage.server.api.seen }).toEqual({ status: 410, seen: [] });
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

  it('with a token that Teams has kept for too long shows the page all the same, with a younger one', async () => {
    asHr(stage.server.api, 'en');
    const refused: (string | undefined)[] = [];
    stage.server.api.respond('GET', `/programmes/${programmeId}`, ({ headers: { authorization } }) => {
      if (authorization?.endsWith('-old') !== true) return { body: overview() };
      refused.push(authorization);
      return { status: 401, body: { code: 'token-too-old', message: 'Sign in again.', correlationId: 'c-1' } };
    });
    const { tab } = await stage.open({ mood: 'old-token' });
    await tab.getByRole('heading', { level: 2, name: /^Month 3 of 6/u }).waitFor();
    expect(refused).toHaveLength(1);
  });

  it('that could not load a page shows it when it is opened again', async () => {
    asHr(stage.server.api, 'en');
    let down = true;
    const asked: string[] = [];
    await stage.context().route(/\/tab\/assets\/people-page/u, (route) => {
      asked.push(route.request().url());
      return down ? route.abort() : route.continue();
    });
    const { tab } = await stage.open();
    await tab.getByRole('link', { name: 'People' }).click();
    await tab.getByRole('heading', { name: 'This page could not be shown' }).waitFor();
    down = false;
    await tab.locator('html').evaluate(() => {
      history.back();
    });
    await tab.getByRole('heading', { level: 2, name: /^Month 3 of 6/u }).waitFor();
    await tab.getByRole('link', { name: 'People' }).click();
    await tab.getByRole('heading', { level: 2, name: 'People' }).waitFor();
    expect(asked.length).toBeGreaterThan(1);
  });

  it('that could not load a page stays when it is opened again without a network', async () => {
    asHr(stage.server.api, 'en');
    let down = true;
    await stage
      .context()
      .route(/\/tab\/(?:assets\/people-page|programmes)/u, (route) => (down ? route.abort() : route.continue()));
    const { tab } = await stage.open();
    const failed = tab.getByRole('heading', { name: 'This page could not be shown' });
    const overview = tab.getByRole('heading', { level: 2, name: /^Month 3 of 6/u });
    const back = (): Promise<void> =>
      tab.locator('html').evaluate(() => {
        history.back();
      });
    for (const _time of ['first', 'again']) {
      await tab.getByRole('link', { name: 'People' }).click();
      await failed.waitFor();
      await back();
      await overview.waitFor();
    }
    down = false;
    await tab.getByRole('link', { name: 'People' }).click();
    await tab.getByRole('heading', { level: 2, name: 'People' }).waitFor();
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
