import * as fixtures from './stage/fixtures';
import { openStage, type Stage } from './stage/open-stage';
import { asHr } from './stage/scenes';

const base = `/programmes/${fixtures.programmeId}`;
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage.close());
afterEach(() => stage.clear());

/** The board of 10,000 pairs, its pages held back until they are let go. */
function holdLargeBoard(): { readonly letGo: () => void } {
  const { api } = stage.server;
  const { first, pages } = fixtures.boardInPages(10_000, 820);
  let letGo = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  api.respond('GET', `${base}/board`, () => ({ body: first, etag: '"31.2027-02-16"' }));
  pages.forEach((page, index) => {
    api.respond('GET', `${base}/board/pages/page-${index}`, async () => {
      await gate;
      return { body: page, etag: `"${page.tag}"` };
    });
  });
  return { letGo };
}

describe('HR’s page of 10,000 pairs', () => {
  it('shows every figure and the first pairs at once, says that others are arriving, and is right once they are here', async () => {
    asHr(stage.server.api, 'en');
    const { letGo } = holdLargeBoard();
    const { tab } = await stage.open({ page: `${base}/pairs` });
    await tab.getByRole('heading', { name: '2,000 of 10,000 pairs under way could use a hand' }).waitFor();
    await tab.getByText('160 of 10,000 pairs are here, the others are arriving.', { exact: false }).waitFor();
    await tab.getByRole('heading', { name: '160 pairs shown' }).waitFor();
    expect(await tab.getByRole('table', { name: 'Pairs' }).getByRole('row').count()).toBe(101);
    await tab.getByLabel('Search for a name').fill('nobody of these');
    await tab.getByText('No pair that is here matches these filters yet.').waitFor();
    letGo();
    await tab.getByText('No pair matches these filters.').waitFor();
    await tab.getByRole('button', { name: 'Clear the filters' }).click();
    await tab.getByRole('heading', { name: '10,000 pairs shown' }).waitFor();
    await tab.getByText('the others are arriving', { exact: false }).waitFor({ state: 'detached' });
    await tab.getByLabel('Situation').selectOption('needs-a-time');
    await tab.getByRole('heading', { name: '2,000 pairs shown' }).waitFor();
  });

  it('exports all pairs while they still arrive', async () => {
    asHr(stage.server.api, 'fr');
    holdLargeBoard();
    stage.server.api.respond('GET', `${base}/board.csv`, () => ({ text: 'mentor;mentoré\n' }));
    const { page, tab } = await stage.open({ page: `${base}/pairs`, language: 'fr' });
    await tab.getByText('binômes sur 10', { exact: false }).first().waitFor();
    const download = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Exporter (CSV)' }).click();
    expect((await download).suggestedFilename()).toBe('regards.csv');
  });
});
